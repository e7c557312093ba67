package dev.simpleftp.socket.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.application.store.StoreFaults.Operation;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.StoreFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The store is full, breaks, lies, or takes the machine down with it: F17, F18, F30, F46 to F48.
@ExtendWith(LeakGuard.class)
@SuppressWarnings("NullAway.Init") // made before each test
class StoreFaultsTest {
  private static final List<Integer> OCTETS = List.of(0, 1, 150_000);

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("scenesAndOctets")
  void f17KeepsTheOldFileWhenTheDiskIsFullAtByte(Scene scene, int octets) throws IOException {
    try (FaultSite site = FaultSite.open(scene, folder);
        Guest guest = site.enter()) {
      if (scene.servesDirectory()) {
        site.disk()
            .afterOctets(
                octets,
                () -> {
                  throw new IOException("No space left on device");
                });
      } else {
        refuseWriting(site, octets, Refusal.NO_SPACE);
      }
      guest.begin("STOR old").push(FaultSite.NEW);

      guest.expect(452);
      site.assertOldStands();
      guest.assertGoesOn();
    }
  }

  @ParameterizedTest
  @MethodSource("scenesAndOctets")
  void f18KeepsTheOldFileWhenTheQuotaIsReachedAtByte(Scene scene, int octets) throws IOException {
    try (FaultSite site = FaultSite.open(scene, folder);
        Guest guest = site.enter()) {
      refuseWriting(site, octets, Refusal.OVER_QUOTA);
      guest.begin("STOR old").push(FaultSite.NEW);

      guest.expect(552);
      site.assertOldStands();
      guest.assertGoesOn();
    }
  }

  static Stream<Arguments> scenesAndOctets() {
    return Stream.of(Scene.values())
        .flatMap(scene -> OCTETS.stream().map(octets -> Arguments.of(scene, octets)));
  }

  private static void refuseWriting(FaultSite site, int octets, Refusal refusal) {
    site.faults()
        .after(
            octets,
            Operation.WRITE,
            () -> {
              throw new Refused(refusal);
            });
  }

  @ParameterizedTest
  @EnumSource
  void f30RefusesASecondWriterAndTakesTheFileOfTheFirst(Scene scene) throws IOException {
    try (FaultSite site = FaultSite.open(scene, folder);
        Guest first = site.enter();
        Guest second = site.enter()) {
      DataEnd data = first.begin("STOR old");
      second.connectData();
      second.wire().send("STOR old").expect(450);
      second.connectData();
      second.wire().send("APPE old").expect(450);

      data.write(FaultSite.NEW).end();
      first.expect(226);
      site.assertNewStands();
      second.assertGoesOn();
    }
  }

  @ParameterizedTest
  @MethodSource("scenesAndPlaces")
  void f46ShowsNothingWhenTheStoreBreaks(Scene scene, Operation where) throws IOException {
    try (FaultSite site = FaultSite.open(scene, folder);
        Guest guest = site.enter()) {
      breakAt(site, where);
      assertThat(transfer(guest, where)).isEqualTo(451);

      site.faults().end();
      site.assertOldStands();
      guest.assertGoesOn();
    }
  }

  static Stream<Arguments> scenesAndPlaces() {
    return Stream.of(Scene.values())
        .flatMap(scene ->
            Stream.of(
                    Operation.UPLOAD,
                    Operation.WRITE,
                    Operation.COMMIT,
                    Operation.DOWNLOAD,
                    Operation.READ)
                .map(where -> Arguments.of(scene, where)));
  }

  @ParameterizedTest
  @EnumSource
  void f46ChangesNothingWhenTheStoreBreaksAtAnEdit(Scene scene) throws IOException {
    try (FaultSite site = FaultSite.open(scene, folder);
        Guest guest = site.enter()) {
      breakAt(site, Operation.REMOVE_FILE);
      guest.wire().send("DELE old").expect(451);
      breakAt(site, Operation.RENAME);
      guest.wire().send("RNFR old").expect(350);
      guest.wire().send("RNTO new").expect(451);
      breakAt(site, Operation.MAKE_DIRECTORY);
      guest.wire().send("MKD d").expect(451);

      site.faults().end();
      site.assertOldStands();
      guest.wire().send("SIZE new").expect(550);
      guest.wire().send("CWD d").expect(550);
    }
  }

  @ParameterizedTest
  @EnumSource
  void f47ShowsNothingWhenTheStoreLosesTheEndOfAnUpload(Scene scene) throws IOException {
    try (FaultSite site = FaultSite.open(scene, folder);
        Guest guest = site.enter()) {
      site.faults().lose(FaultSite.NEW.length - 1L);
      guest.begin("STOR old").push(FaultSite.NEW);

      guest.expect(451);
      site.faults().end();
      site.assertOldStands();
      guest.assertGoesOn();
    }
  }

  @ParameterizedTest
  @EnumSource
  void f47CutsADownloadWhoseEndTheStoreLoses(Scene scene) throws IOException {
    try (FaultSite site = FaultSite.open(scene, folder);
        Guest guest = site.enter()) {
      site.faults().lose(FaultSite.OLD.length - 1L);
      DataEnd data = guest.begin("RETR old");

      guest.expect(451);
      assertThat(data.isCut()).isTrue();
      guest.assertGoesOn();
    }
  }

  @ParameterizedTest
  @MethodSource("scenesAndErrors")
  void f48EndsOnlyTheSessionThatTheMachineFailed(Scene scene, Operation where, Error error)
      throws IOException {
    try (FaultSite site = FaultSite.open(scene, folder);
        Guest other = site.enter();
        Guest guest = site.enter()) {
      site.faults()
          .at(
              where,
              () -> {
                throw error;
              });
      assertThat(transfer(guest, where)).isEqualTo(421);
      assertThat(guest.wire().isClosedByServer()).isTrue();

      site.faults().end();
      other.assertGoesOn();
      site.assertOldStands();
      FaultSite.store(other, "old", FaultSite.NEW);
      site.assertNewStands();
      assertThat(site.server().ends()).contains("fault " + error.getClass().getSimpleName());
    }
  }

  static Stream<Arguments> scenesAndErrors() {
    return Stream.of(Scene.values())
        .flatMap(scene ->
            Stream.of(
                Arguments.of(scene, Operation.UPLOAD, new OutOfMemoryError()),
                Arguments.of(scene, Operation.WRITE, new OutOfMemoryError()),
                Arguments.of(scene, Operation.COMMIT, new StackOverflowError()),
                Arguments.of(scene, Operation.DOWNLOAD, new StackOverflowError()),
                Arguments.of(scene, Operation.READ, new OutOfMemoryError())));
  }

  private static void breakAt(FaultSite site, Operation where) {
    site.faults()
        .at(
            where,
            () -> {
              throw new StoreFailure("503 Slow Down");
            });
  }

  /// Begins the transfer that comes to this place.
  ///
  /// @return the code of the final reply
  private static int transfer(Guest guest, Operation where) throws IOException {
    return switch (where) {
      case DOWNLOAD -> refusal(guest, "RETR old");
      case UPLOAD -> refusal(guest, "STOR old");
      case READ -> {
        guest.begin("RETR old");
        yield guest.wire().read().code();
      }
      default -> {
        guest.begin("STOR old").push(FaultSite.NEW);
        yield guest.wire().read().code();
      }
    };
  }

  private static int refusal(Guest guest, String command) throws IOException {
    guest.connectData();
    return guest.wire().send(command).read().code();
  }
}
