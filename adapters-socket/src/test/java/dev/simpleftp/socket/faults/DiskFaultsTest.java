package dev.simpleftp.socket.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.filesystem.directory.DirectoryTree;
import dev.simpleftp.filesystem.directory.Durability;
import dev.simpleftp.filesystem.directory.FaultyDisk.Operation;
import dev.simpleftp.filesystem.directory.FaultyDisk.Strike;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The disk below a served directory fails, or the machine dies at the worst moment: F19 to F23,
/// F32, F33, F48.
@ExtendWith(LeakGuard.class)
@SuppressWarnings("NullAway.Init") // made before each test
class DiskFaultsTest {
  private static final String IN_CLEAR = "DIRECTORY_IN_CLEAR";
  private static final String UNDER_TLS = "DIRECTORY_UNDER_TLS";

  @TempDir Path folder;
  @TempDir Path afterwards;

  @ParameterizedTest
  @EnumSource(names = {IN_CLEAR, UNDER_TLS})
  void f19KeepsTheOldFileWhenItsContentCannotBeForced(Scene scene) throws IOException {
    try (FaultSite site = FaultSite.open(scene, folder);
        Guest guest = site.enter()) {
      site.disk().before(Operation.FORCE, inputOutputError());
      guest.begin("STOR old").push(FaultSite.NEW);

      guest.expect(451);
      site.awaitFailureOf("/old");
      site.assertOldStands();
      guest.assertGoesOn();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {IN_CLEAR, UNDER_TLS})
  void f20KeepsTheOldFileWhenTheRenameFails(Scene scene) throws IOException {
    try (FaultSite site = FaultSite.open(scene, folder);
        Guest guest = site.enter()) {
      site.disk().before(Operation.MOVE, inputOutputError());
      guest.begin("STOR old").push(FaultSite.NEW);

      guest.expect(451);
      site.assertOldStands();
      guest.assertGoesOn();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {IN_CLEAR, UNDER_TLS})
  void f21TellsWhenTheDirectoryCannotBeForced(Scene scene) throws IOException {
    try (FaultSite site = FaultSite.open(scene, folder);
        Guest guest = site.enter()) {
      site.disk().before(Operation.FORCE_DIRECTORY, inputOutputError());
      guest.begin("STOR old").push(FaultSite.NEW);

      guest.expect(451);
      site.awaitFailureOf("/old");
      assertThat(site.content("/old")).isIn(FaultSite.OLD, FaultSite.NEW);
      FaultSite.assertNoPartIn(folder);
      guest.assertGoesOn();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {IN_CLEAR, UNDER_TLS})
  void f22KeepsTheOldFileWhenNothingMayBeWrittenAnyMore(Scene scene) throws IOException {
    try (FaultSite site = FaultSite.open(scene, folder);
        Guest guest = site.enter()) {
      site.disk().before(Operation.OPEN, denied());
      guest.connectData();
      guest.wire().send("STOR old").expect(550);
      site.disk().end();
      site.disk().before(Operation.MOVE, denied());
      guest.begin("STOR old").push(FaultSite.NEW);

      guest.expect(550);
      site.assertOldStands();
      guest.assertGoesOn();
    }
  }

  @ParameterizedTest
  @EnumSource
  void f23LeavesADirectoryAloneThatHasTakenTheName(Scene scene) throws IOException {
    try (FaultSite site = FaultSite.open(scene, folder);
        Guest guest = site.enter();
        Guest other = site.enter()) {
      DataEnd data = guest.begin("STOR new").write(FaultSite.NEW);
      other.wire().send("MKD new").expect(257);
      data.end();

      guest.expect(550);
      other.wire().send("CWD new").expect(250);
      site.assertOldStands();
      guest.assertGoesOn();
    }
  }

  /// A dead server cannot tidy up: the next one does.
  @ParameterizedTest
  @EnumSource(names = {IN_CLEAR, UNDER_TLS})
  void f32FindsTheOldFileWhenTheServerDiedBeforeTheRename(Scene scene) throws IOException {
    try (FaultSite site = FaultSite.open(scene, folder);
        Guest guest = site.enter()) {
      site.disk().before(Operation.MOVE, () -> copy(folder, afterwards));
      FaultSite.store(guest, "old", FaultSite.NEW);
    }

    assertThat(afterwards.resolve(".simpleftp")).isDirectoryRecursivelyContaining("glob:**.part");
    restart(afterwards);
    assertThat(afterwards.resolve("old")).hasBinaryContent(FaultSite.OLD);
  }

  @ParameterizedTest
  @EnumSource(names = {IN_CLEAR, UNDER_TLS})
  void f33FindsTheNewFileAfterAPowerCutBehind226(Scene scene) throws IOException {
    try (FaultSite site = FaultSite.open(scene, folder);
        Guest guest = site.enter()) {
      FaultSite.store(guest, "old", FaultSite.NEW);
      site.disk().afterPowerCut(afterwards);
    }

    restart(afterwards);
    assertThat(afterwards.resolve("old")).hasBinaryContent(FaultSite.NEW);
  }

  @ParameterizedTest
  @EnumSource(names = {IN_CLEAR, UNDER_TLS})
  void f33FindsTheOldFileAfterAPowerCutBeforeTheRename(Scene scene) throws IOException {
    try (FaultSite site = FaultSite.open(scene, folder);
        Guest guest = site.enter()) {
      site.disk().before(Operation.MOVE, () -> site.disk().afterPowerCut(afterwards));
      FaultSite.store(guest, "old", FaultSite.NEW);
    }

    restart(afterwards);
    assertThat(afterwards.resolve("old")).hasBinaryContent(FaultSite.OLD);
  }

  /// Neither in a directory that was just made nor under a name that it was just given is it lost.
  @ParameterizedTest
  @EnumSource(names = {IN_CLEAR, UNDER_TLS})
  void f33FindsTheNewFileWhereverItWasPut(Scene scene) throws IOException {
    try (FaultSite site = FaultSite.open(scene, folder);
        Guest guest = site.enter()) {
      guest.wire().send("MKD d").expect(257);
      guest.wire().send("MKD e").expect(257);
      FaultSite.store(guest, "d/new", FaultSite.NEW);
      guest.wire().send("RNFR d/new").expect(350);
      guest.wire().send("RNTO e/new").expect(250);
      FaultSite.store(guest, "d/other", FaultSite.OLD);
      site.disk().afterPowerCut(afterwards);
    }

    restart(afterwards);
    assertThat(afterwards.resolve("e/new")).hasBinaryContent(FaultSite.NEW);
    assertThat(afterwards.resolve("d/new")).doesNotExist();
    assertThat(afterwards.resolve("d/other")).hasBinaryContent(FaultSite.OLD);
  }

  /// What was not forced is lost: else the tests above would show nothing.
  @ParameterizedTest
  @EnumSource(names = {IN_CLEAR, UNDER_TLS})
  void f33LosesTheNewFileWhereNobodyForcesIt(Scene scene) throws IOException {
    try (FaultSite site = FaultSite.open(scene, folder, Durability.NONE);
        Guest guest = site.enter()) {
      FaultSite.store(guest, "old", FaultSite.NEW);
      site.assertNewStands();
      site.disk().afterPowerCut(afterwards);
    }

    restart(afterwards);
    assertThat(afterwards.resolve("old")).hasBinaryContent(FaultSite.OLD);
  }

  @ParameterizedTest
  @EnumSource(names = {IN_CLEAR, UNDER_TLS})
  void f48FreesTheNameWhenTheMachineFailsAtItsBeginning(Scene scene) throws IOException {
    try (FaultSite site = FaultSite.open(scene, folder);
        Guest other = site.enter();
        Guest guest = site.enter()) {
      site.disk()
          .before(
              Operation.OPEN,
              () -> {
                throw new OutOfMemoryError();
              });
      guest.connectData();
      guest.wire().send("STOR old").expect(421);

      site.disk().end();
      FaultSite.store(other, "old", FaultSite.NEW);
      site.assertNewStands();
    }
  }

  /// Serves what is left, and tidies up with it.
  private static void restart(Path left) throws IOException {
    DirectoryTree.open(left, Durability.COMMIT).close();
    FaultSite.assertNoPartIn(left);
    assertThat(left.resolve(".simpleftp")).doesNotExist();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (Path file : files.skip(1).toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  private static Strike inputOutputError() {
    return () -> {
      throw new IOException("Input/output error");
    };
  }

  private static Strike denied() {
    return () -> {
      throw new AccessDeniedException("old");
    };
  }
}
