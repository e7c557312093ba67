package dev.simpleftp.filesystem.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Identity;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.domain.TransferKind;
import dev.simpleftp.domain.TransferReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class XferlogFileTest {
  private static final Identity ALICE = new Identity(1, "alice", new Peer("127.0.0.1", 5000));

  private final List<String> trouble = new ArrayList<>();
  @TempDir private Path directory;

  private static TransferReport report(TransferKind kind, String path, boolean complete)
      throws IOException {
    return new TransferReport(kind, FilePath.of(path), 1024, Duration.ofMillis(2500), complete);
  }

  private static String line(Identity session, TransferReport report) {
    var time = ZonedDateTime.of(2026, 1, 2, 3, 4, 5, 0, ZoneOffset.UTC);
    return new XferlogLine(time, 17, session, report).toString();
  }

  @Test
  void writesTheFieldsThatLogAnalysersExpect() throws IOException {
    assertThat(line(ALICE, report(TransferKind.GET, "/a.bin", true)))
        .isEqualTo("Fri Jan  2 03:04:05 2026 2 127.0.0.1 1024 /a.bin b _ o r alice ftp 0 * c 17");
  }

  @Test
  void tellsAGuestWhoseUploadFailed() throws IOException {
    var guest = new Identity(2, "anonymous", new Peer("::1", 5000));

    assertThat(line(guest, report(TransferKind.PUT, "/a", false)))
        .isEqualTo("Fri Jan  2 03:04:05 2026 2 ::1 1024 /a b _ i a anonymous ftp 0 * i 17");
  }

  @Test
  void keepsEachTransferOnItsLineAndEachFieldAWord() throws IOException {
    var eve = new Identity(3, "eve\nx", new Peer("127.0.0.1", 1));

    assertThat(line(eve, report(TransferKind.GET, "/my notes\t1\u2028.txt", true)))
        .contains(" /my_notes_1_.txt ", " eve_x ")
        .hasLineCount(1);
  }

  @Test
  void goesOnInANewFileWhenTheOldOneWasMovedAway() throws IOException {
    Path file = directory.resolve("xferlog");
    var log = XferlogFile.open(file, _ -> 1, trouble::add);
    log.transferEnded(ALICE, report(TransferKind.GET, "/first", true));

    Files.move(file, directory.resolve("xferlog.1"));
    log.transferEnded(ALICE, report(TransferKind.GET, "/second", true));

    assertThat(Files.readAllLines(file)).singleElement().asString().contains("/second");
    assertThat(trouble).isEmpty();
  }

  @Test
  void tellsOnceThatItCannotBeWrittenAnyMore() throws IOException {
    Path file = Files.createDirectory(directory.resolve("logs")).resolve("xferlog");
    var log = XferlogFile.open(file, _ -> 1, trouble::add);
    Files.delete(file);
    Files.delete(file.getParent());

    log.transferEnded(ALICE, report(TransferKind.GET, "/a", true));
    log.transferEnded(ALICE, report(TransferKind.GET, "/b", true));

    assertThat(trouble).singleElement().asString().contains("xferlog", "transfers go on");
  }

  @Test
  void f49GoesOnWhenTheDiskOfTheLogIsFull() throws IOException {
    var log = XferlogFile.open(Path.of("/dev/full"), _ -> 1, trouble::add);

    log.transferEnded(ALICE, report(TransferKind.GET, "/a", true));
    log.transferEnded(ALICE, report(TransferKind.GET, "/b", true));

    assertThat(trouble).singleElement().asString().contains("transfers go on");
  }

  @Test
  void refusesAFileThatCannotBeWritten() {
    assertThatIOException()
        .isThrownBy(() -> XferlogFile.open(directory, _ -> 1, trouble::add))
        .withMessageContaining("check that its directory exists");
  }
}
