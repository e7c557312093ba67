package dev.simpleftp.application.port.out;

import dev.simpleftp.domain.FileEntry;
import java.io.IOException;
import java.util.Optional;

/// Remembers which file an unfinished copy is of, also when the process dies.
///
/// Without it a part and a file that was replaced meanwhile would be put together to something that
/// never was. Used by several threads, and by several processes at once.
public interface TransferJournal {
  /// Remembers nothing: no copy is ever continued by a later one.
  TransferJournal NONE =
      new TransferJournal() {
        @Override
        public Optional<Note> find(Key key) {
          return Optional.empty();
        }

        @Override
        public void keep(Key key, Note note) {}

        @Override
        public void forget(Key key) {}
      };

  /// What was noted of the unfinished copy between these places. What cannot be read is as good as
  /// not there.
  Optional<Note> find(Key key) throws IOException;

  /// Notes the beginning of a copy; when it returns, the note outlives this process.
  void keep(Key key, Note note) throws IOException;

  /// Forgets a copy that is complete.
  void forget(Key key) throws IOException;

  /// An unfinished copy.
  ///
  /// @param source as it was when the copy began
  /// @param part the [FileEntry#unique()] of the part; empty where the target told none
  record Note(FileEntry source, String part) {}

  /// A copy.
  ///
  /// @param from the address and path of the source
  /// @param to the address and path of the target
  record Key(String from, String to) {}
}
