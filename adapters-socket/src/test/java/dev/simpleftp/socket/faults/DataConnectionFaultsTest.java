package dev.simpleftp.socket.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.socket.server.Limits;
import dev.simpleftp.socket.server.ServerFixture;
import dev.simpleftp.socket.wire.Reply;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The data connection does not come, comes twice, breaks, stalls or ends too early: F07 to F16.
/// Strangers on it are in `DataTheftTest`.
@ExtendWith(LeakGuard.class)
@SuppressWarnings("NullAway.Init") // made before each test
class DataConnectionFaultsTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(400);
  private static final byte[] HALF = Arrays.copyOf(FaultSite.NEW, FaultSite.NEW.length / 2);

  /// Slower than this is too slow.
  private static final long RATE = 1_000_000_000;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void f07AnswersThatNoDataConnectionWasOpenedAndGoesOn(Scene scene) throws IOException {
    try (FaultSite site = FaultSite.open(scene, folder, limits(SHORT, LONG, 0));
        Guest guest = site.enter()) {
      for (String command : new String[] {"STOR old", "RETR old", "LIST"}) {
        guest.wire().send("EPSV").expect(229);
        guest.wire().send(command).expect(150);
        guest.expect(425);
      }

      site.assertOldStands();
      guest.assertGoesOn();
    }
  }

  @ParameterizedTest
  @EnumSource
  void f08ServesTheFirstOfTwoConnectionsOfTheRightClient(Scene scene) throws IOException {
    try (FaultSite site = FaultSite.open(scene, folder);
        Guest guest = site.enter()) {
      Reply announced = guest.wire().send("EPSV").expect(229);
      SocketChannel first = guest.connectData(announced);
      SocketChannel second = guest.connectData(announced);
      guest.wire().send("RETR old").expect(150);

      assertThat(guest.protect(first).readAll()).isEqualTo(FaultSite.OLD);
      guest.expect(226);
      assertThat(new DataEnd(second, null).isCut()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void f10KeepsTheOldFileWhenTheDataConnectionIsReset(Scene scene) throws IOException {
    try (FaultSite site = FaultSite.open(scene, folder);
        Guest guest = site.enter()) {
      guest.begin("STOR old").write(HALF).reset();

      guest.expect(426);
      site.assertOldStands();
      guest.assertGoesOn();
    }
  }

  @ParameterizedTest
  @EnumSource
  void f11SurvivesAClientThatResetsADownload(Scene scene) throws IOException {
    try (FaultSite site = FaultSite.open(scene, folder)) {
      site.put("/big", FaultSite.BIG);
      try (Guest guest = site.enter()) {
        DataEnd data = guest.begin("RETR big");
        data.read(1000);
        data.reset();

        guest.expect(426);
        assertThat(FaultSite.retrieve(guest, "old")).isEqualTo(FaultSite.OLD);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void f12SendsTheWholeFileToAClientThatHalfClosed(Scene scene) throws IOException {
    try (FaultSite site = FaultSite.open(scene, folder)) {
      site.put("/big", FaultSite.BIG);
      try (Guest guest = site.enter()) {
        DataEnd data = guest.begin("RETR big");
        data.drop();

        assertThat(data.readAll()).isEqualTo(FaultSite.BIG);
        guest.expect(226);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void f13CutsAnUploadThatStandsStill(Scene scene) throws IOException {
    try (FaultSite site = FaultSite.open(scene, folder, limits(LONG, SHORT, 0));
        Guest guest = site.enter()) {
      DataEnd data = guest.begin("STOR old").write(HALF);

      guest.expect(426);
      assertThat(data.isCut()).isTrue();
      site.assertOldStands();
      guest.assertGoesOn();
    }
  }

  @ParameterizedTest
  @EnumSource
  void f14CutsAnUploadThatTrickles(Scene scene) throws IOException {
    try (FaultSite site = FaultSite.open(scene, folder, limits(LONG, SHORT, RATE));
        Guest guest = site.enter()) {
      DataEnd data = guest.begin("STOR old");
      FaultSite.soon().until(() -> isCutBehindAnotherOctet(data));

      guest.expect(426);
      site.assertOldStands();
      guest.assertGoesOn();
    }
  }

  private static boolean isCutBehindAnotherOctet(DataEnd data) {
    try {
      data.write(new byte[1]);
      return false;
    } catch (IOException _) {
      return true;
    }
  }

  @ParameterizedTest
  @EnumSource
  void f15KeepsTheOldFileWhenFewerOctetsComeThanAlloTold(Scene scene) throws IOException {
    try (FaultSite site = FaultSite.open(scene, folder);
        Guest guest = site.enter()) {
      guest.wire().send("ALLO " + FaultSite.NEW.length).expect(200);
      guest.begin("STOR old").write(HALF).end();

      guest.expect(426);
      site.assertOldStands();
      guest.assertGoesOn();
    }
  }

  /// A limit of the protocol: in clear the early end of data looks like any other.
  @ParameterizedTest
  @EnumSource(names = {"MEMORY_IN_CLEAR", "DIRECTORY_IN_CLEAR"})
  void f15TellsTheCountWhereNobodyKnewIt(Scene scene) throws IOException {
    try (FaultSite site = FaultSite.open(scene, folder);
        Guest guest = site.enter()) {
      guest.begin("STOR old").write(HALF).drop();

      assertThat(guest.expect(226).text()).contains(HALF.length + " bytes");
      assertThat(site.content("/old")).isEqualTo(HALF);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MEMORY_UNDER_TLS", "DIRECTORY_UNDER_TLS"})
  void f16KeepsTheOldFileWhenTlsDoesNotEndTheData(Scene scene) throws IOException {
    try (FaultSite site = FaultSite.open(scene, folder);
        Guest guest = site.enter()) {
      guest.begin("STOR old").write(FaultSite.NEW).drop();

      assertThat(guest.expect(426).text()).contains("close_notify");
      site.assertOldStands();
      guest.assertGoesOn();
    }
  }

  private static UnaryOperator<Limits> limits(Duration accept, Duration stall, long rate) {
    return l -> {
      Limits t = ServerFixture.times(LONG, LONG, accept).apply(l);
      return new Limits(
          t.sessions(),
          t.sessionsPerAddress(),
          t.unauthenticated(),
          t.loginAttempts(),
          t.line(),
          t.login(),
          t.idle(),
          accept,
          stall,
          rate);
    };
  }
}
