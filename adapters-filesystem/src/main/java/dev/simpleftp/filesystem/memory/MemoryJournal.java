package dev.simpleftp.filesystem.memory;

import dev.simpleftp.application.port.out.TransferJournal;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// A journal that ends with its process: for tests and embedding.
public final class MemoryJournal implements TransferJournal {
  private final Map<Key, Note> notes = new ConcurrentHashMap<>();

  @Override
  public Optional<Note> find(Key key) {
    return Optional.ofNullable(notes.get(key));
  }

  @Override
  public void keep(Key key, Note note) {
    notes.put(key, note);
  }

  @Override
  public void forget(Key key) {
    notes.remove(key);
  }
}
