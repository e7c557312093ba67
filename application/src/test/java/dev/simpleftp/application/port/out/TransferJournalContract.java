package dev.simpleftp.application.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FileKind;
import dev.simpleftp.domain.FileName;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// What every journal does.
public abstract class TransferJournalContract {
  protected static final TransferJournal.Key KEY =
      new TransferJournal.Key("ftp://me@host:21/a b/é\n\\u0041", "file:///home/x");

  /// Opens the journal of the test; a second one knows what the first was told.
  protected abstract TransferJournal open();

  protected static TransferJournal.Note note(long size) {
    var source =
        new FileEntry(
            new FileName("x \udcff\\ é"),
            FileKind.FILE,
            size,
            Instant.parse("2026-01-02T03:04:05.123456789Z"),
            0640,
            "801U2 \n");
    return new TransferJournal.Note(source, "part \n" + size);
  }

  @Test
  void findsNothingAtFirst() throws IOException {
    assertThat(open().find(KEY)).isEmpty();
  }

  @Test
  void findsWhatWasKept() throws IOException {
    TransferJournal journal = open();

    journal.keep(KEY, note(7));

    assertThat(journal.find(KEY)).contains(note(7));
  }

  @Test
  void keepsTheLastNoteOfACopy() throws IOException {
    TransferJournal journal = open();
    journal.keep(KEY, note(7));

    journal.keep(KEY, note(Long.MAX_VALUE));

    assertThat(journal.find(KEY)).contains(note(Long.MAX_VALUE));
  }

  @Test
  void tellsTwoCopiesApart() throws IOException {
    TransferJournal journal = open();
    journal.keep(new TransferJournal.Key("a", "b"), note(1));
    journal.keep(new TransferJournal.Key("a", "c"), note(2));
    journal.keep(new TransferJournal.Key("b", "a"), note(3));

    assertThat(journal.find(new TransferJournal.Key("a", "b"))).contains(note(1));
    assertThat(journal.find(new TransferJournal.Key("a", "c"))).contains(note(2));
    assertThat(journal.find(new TransferJournal.Key("b", "a"))).contains(note(3));
    assertThat(journal.find(new TransferJournal.Key("", "ab"))).isEmpty();
  }

  @Test
  void forgets() throws IOException {
    TransferJournal journal = open();
    journal.keep(KEY, note(7));

    journal.forget(KEY);
    journal.forget(KEY);

    assertThat(journal.find(KEY)).isEmpty();
  }

  @Test
  void manyThreadsMayUseIt() throws Exception {
    TransferJournal journal = open();
    List<Callable<Void>> users = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      int user = i;
      users.add(() -> use(journal, user));
    }

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Void> each : threads.invokeAll(users)) {
        each.get();
      }
    }

    assertThat(journal.find(KEY)).isPresent();
  }

  private static Void use(TransferJournal journal, int user) throws IOException {
    TransferJournal.Key own = new TransferJournal.Key("from", "to " + user);
    for (int i = 0; i < 20; i++) {
      journal.keep(KEY, note(user));
      journal.keep(own, note(i));
      assertThat(journal.find(own)).contains(note(i));
      assertThat(journal.find(KEY)).isPresent();
    }
    journal.forget(own);
    return null;
  }
}
