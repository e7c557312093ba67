package dev.simpleftp.socket.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The file changes while it is downloaded: F25 to F29.
@ExtendWith(LeakGuard.class)
@SuppressWarnings("NullAway.Init") // made before each test
class ReplacedFilesTest {
  private static final String IN_CLEAR = "DIRECTORY_IN_CLEAR";
  private static final String UNDER_TLS = "DIRECTORY_UNDER_TLS";
  private static final int BEGINNING = 1000;

  @TempDir Path folder;

  /// What happens to the file meanwhile.
  @FunctionalInterface
  private interface Change {
    void happen(FaultSite site) throws IOException;
  }

  @ParameterizedTest
  @EnumSource
  void f25SendsAllOctetsOfAFileThatIsRemoved(Scene scene) throws IOException {
    assertSendsAll(
        scene,
        site -> {
          try (Guest other = site.enter()) {
            other.wire().send("DELE big").expect(250);
          }
        });
  }

  @ParameterizedTest
  @EnumSource(names = {IN_CLEAR, UNDER_TLS})
  void f26NeverSaysThatAFileWhichWasCutOffIsComplete(Scene scene) throws IOException {
    assertSendsNoWhole(
        scene,
        _ -> {
          try (FileChannel file = openBig()) {
            file.truncate(BEGINNING);
          }
        });
  }

  @ParameterizedTest
  @EnumSource(names = {IN_CLEAR, UNDER_TLS})
  void f27SendsAGrowingFileUpToItsSizeAtTheBeginning(Scene scene) throws IOException {
    assertSendsAll(
        scene,
        site -> Files.write(folder.resolve("big"), FaultSite.NEW, StandardOpenOption.APPEND));
  }

  @ParameterizedTest
  @EnumSource
  void f28SendsTheOldOctetsOfAFileThatIsReplaced(Scene scene) throws IOException {
    assertSendsAll(
        scene,
        site -> {
          try (Guest other = site.enter()) {
            FaultSite.store(other, "big", FaultSite.NEW);
          }
        });
  }

  @ParameterizedTest
  @EnumSource(names = {IN_CLEAR, UNDER_TLS})
  void f29NeverSaysThatAMixtureOfOldAndNewIsAFile(Scene scene) throws IOException {
    assertSendsNoWhole(
        scene,
        _ -> {
          try (FileChannel file = openBig()) {
            file.write(ByteBuffer.wrap(FaultSite.NEW), FaultSite.BIG.length - 1_000_000L);
          }
        });
  }

  private FileChannel openBig() throws IOException {
    return FileChannel.open(folder.resolve("big"), StandardOpenOption.WRITE);
  }

  private void assertSendsAll(Scene scene, Change change) throws IOException {
    try (FaultSite site = FaultSite.open(scene, folder)) {
      site.put("/big", FaultSite.BIG);
      try (Guest guest = site.enter()) {
        DataEnd data = guest.begin("RETR big");
        byte[] beginning = data.read(BEGINNING);
        change.happen(site);

        assertThat(beginning).isEqualTo(Arrays.copyOf(FaultSite.BIG, BEGINNING));
        assertThat(data.readAll())
            .isEqualTo(Arrays.copyOfRange(FaultSite.BIG, BEGINNING, FaultSite.BIG.length));
        guest.expect(226);
      }
    }
  }

  private void assertSendsNoWhole(Scene scene, Change change) throws IOException {
    try (FaultSite site = FaultSite.open(scene, folder)) {
      site.put("/big", FaultSite.BIG);
      try (Guest guest = site.enter()) {
        DataEnd data = guest.begin("RETR big");
        data.read(BEGINNING);
        change.happen(site);

        assertThat(data.isCut()).isTrue();
        guest.expect(451);
        guest.assertGoesOn();
      }
    }
  }
}
