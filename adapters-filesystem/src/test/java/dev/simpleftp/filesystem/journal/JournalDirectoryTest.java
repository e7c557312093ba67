package dev.simpleftp.filesystem.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.application.port.out.TransferJournal;
import dev.simpleftp.application.port.out.TransferJournalContract;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // made before each test
class JournalDirectoryTest extends TransferJournalContract {
  @TempDir Path home;

  @Override
  protected TransferJournal open() {
    return new JournalDirectory(directory(), InstantSource.system());
  }

  private Path directory() {
    return home.resolve("state/journal");
  }

  private List<Path> files() throws IOException {
    try (var files = Files.list(directory())) {
      return files.sorted().toList();
    }
  }

  private Path onlyFile() throws IOException {
    assertThat(files()).hasSize(1);
    return files().getFirst();
  }

  @Test
  void anotherProcessFindsWhatWasKept() throws IOException {
    open().keep(KEY, note(7));

    assertThat(open().find(KEY)).contains(note(7));
  }

  @Test
  void makesItsDirectoryOnlyWhenSomethingIsKept() throws IOException {
    open().find(KEY);
    open().forget(KEY);

    assertThat(home.resolve("state")).doesNotExist();
  }

  @Test
  void isForItsUserAlone() throws IOException {
    open().keep(KEY, note(7));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory())))
        .isEqualTo("rwx------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(onlyFile())))
        .isEqualTo("rw-------");
  }

  @Test
  void namesAreDigestsAndTheContentIsReadable() throws IOException {
    open().keep(new TransferJournal.Key("ftp://h/é", "file:/x"), note(7));

    String name = onlyFile().getFileName().toString();
    assertThat(name).hasSize(64).matches("[0-9a-f]+");
    assertThat(Files.readString(onlyFile(), StandardCharsets.US_ASCII))
        .startsWith("simpleftp-copy 1\nfrom ftp://h/\\u00e9\nto file:/x\n")
        .contains("\nsize 7\nmodified 2026-01-02T03:04:05.123456789Z\n")
        .endsWith("\nend\n");
  }

  @Test
  void whatIsDamagedIsAsGoodAsNotThere() throws IOException {
    open().keep(KEY, note(7));
    String whole = Files.readString(onlyFile());

    for (int end = 0; end < whole.length() - 1; end++) {
      Files.writeString(onlyFile(), whole.substring(0, end));
      assertThat(open().find(KEY)).as("cut at %s", end).isEmpty();
    }
    for (String bad :
        List.of(
            whole.replace("simpleftp-copy 1", "simpleftp-copy 2"),
            whole.replace("size 7", "size -7"),
            whole.replace("size 7", "size 99999999999999999999"),
            whole.replace("modified 2026", "modified last year"),
            whole.replace("mode 640", "mode 7777"),
            whole.replace("name x", "name a/x"),
            whole.replace("to file", "to \\u00"),
            whole.replace("to file", "to other"))) {
      Files.writeString(onlyFile(), bad);
      assertThat(open().find(KEY)).as(bad).isEmpty();
    }
    Files.delete(onlyFile());
    Files.createDirectory(directory().resolve("x"));
    assertThat(open().find(KEY)).isEmpty();
  }

  @Test
  void followsNoLink(@TempDir Path elsewhere) throws IOException {
    open().keep(KEY, note(7));
    Path note = onlyFile();
    Files.move(note, elsewhere.resolve("note"));
    Files.createSymbolicLink(note, elsewhere.resolve("note"));

    assertThat(open().find(KEY)).isEmpty();
    open().keep(KEY, note(8));
    assertThat(note).isRegularFile();
    assertThat(Files.readString(elsewhere.resolve("note"))).contains("size 7");
  }

  @Test
  void sweepsOldNotesWithTheFirstThatIsKept() throws IOException {
    open().keep(KEY, note(7));
    Path old = onlyFile();
    Path unfinished = Files.writeString(directory().resolve("ab".repeat(32) + ".1.tmp"), "x");
    Path foreign = Files.writeString(directory().resolve("README"), "x");
    Path young = Files.writeString(directory().resolve("cd".repeat(32)), "x");
    var date = FileTime.from(Instant.now().minus(Duration.ofDays(61)));
    for (Path file : List.of(old, unfinished, foreign)) {
      Files.setLastModifiedTime(file, date);
    }

    TransferJournal next = open();
    next.find(KEY);
    assertThat(old).exists();
    next.keep(new TransferJournal.Key("a", "b"), note(1));

    assertThat(files()).contains(young, foreign).doesNotContain(old, unfinished).hasSize(3);
    Files.setLastModifiedTime(young, date);
    next.keep(new TransferJournal.Key("a", "c"), note(1));
    assertThat(young).exists();
  }
}
