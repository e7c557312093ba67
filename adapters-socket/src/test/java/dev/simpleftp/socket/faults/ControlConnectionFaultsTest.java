package dev.simpleftp.socket.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The control connection dies, at every step of a session: F01 to F06.
@ExtendWith(LeakGuard.class)
@SuppressWarnings("NullAway.Init") // made before each test
class ControlConnectionFaultsTest {
  private static final int N = FaultSite.NEW.length;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void f01FreesTheSessionWhenTheClientDiesBeforeUser(Scene scene) throws IOException {
    try (FaultSite site = FaultSite.open(scene, folder);
        Guest guest = site.knock()) {
      guest.vanish();

      site.awaitEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void f02FreesTheSessionWhenTheClientDiesAfterPass(Scene scene) throws IOException {
    try (FaultSite site = FaultSite.open(scene, folder);
        Guest guest = site.enter()) {
      guest.vanish();

      site.awaitEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void f03FreesThePortWhenTheClientDiesAfterPasv(Scene scene) throws IOException {
    try (FaultSite site = FaultSite.open(scene, folder);
        Guest first = site.enter();
        Guest second = site.enter();
        Guest third = site.enter()) {
      first.wire().send("PASV").expect(227);
      second.wire().send("PASV").expect(227);
      third.wire().send("PASV").expect(425);

      first.vanish();

      FaultSite.soon().until(() -> third.wire().send("PASV").read().code() == 227);
    }
  }

  @ParameterizedTest
  @EnumSource
  void f04KeepsTheOldFileWhenTheControlConnectionDiesAfter150(Scene scene) throws IOException {
    try (FaultSite site = FaultSite.open(scene, folder);
        Guest guest = site.enter()) {
      DataEnd data = guest.begin("STOR old").write(FaultSite.NEW);
      guest.vanish();

      assertThat(data.isCut()).isTrue();
      site.awaitFailureOf("/old");
      site.assertOldStands();
    }
  }

  @ParameterizedTest
  @EnumSource
  void f04KeepsTheOldFileWhenNoDataConnectionWasOpenedYet(Scene scene) throws IOException {
    try (FaultSite site = FaultSite.open(scene, folder);
        Guest guest = site.enter()) {
      guest.wire().send("EPSV").expect(229);
      guest.wire().send("STOR old").expect(150);
      guest.vanish();

      site.awaitFailureOf("/old");
      site.assertOldStands();
    }
  }

  /// As a system ends the connections of a program that was killed.
  @ParameterizedTest
  @MethodSource("scenesAndOctets")
  void f05KeepsTheOldFileWhenTheClientDiesAtByte(Scene scene, int octets) throws IOException {
    try (FaultSite site = FaultSite.open(scene, folder);
        Guest guest = site.enter()) {
      DataEnd data = guest.begin("STOR old").write(Arrays.copyOf(FaultSite.NEW, octets));
      data.drop();
      guest.vanish();

      site.awaitFailureOf("/old");
      site.assertOldStands();
    }
  }

  static Stream<Arguments> scenesAndOctets() {
    return Stream.of(Scene.values())
        .flatMap(scene ->
            IntStream.of(0, 1, 4095, 4096, N / 2, N - 1, N)
                .mapToObj(octets -> Arguments.of(scene, octets)));
  }

  @ParameterizedTest
  @EnumSource
  void f06CutsTheDataConnectionWhenTheControlConnectionDiesInADownload(Scene scene)
      throws IOException {
    try (FaultSite site = FaultSite.open(scene, folder)) {
      site.put("/big", FaultSite.BIG);
      try (Guest guest = site.enter()) {
        DataEnd data = guest.begin("RETR big");
        data.read(1000);
        guest.vanish();

        site.awaitFailureOf("/big");
        assertThat(data.isCut()).isTrue();
      }
    }
  }
}
