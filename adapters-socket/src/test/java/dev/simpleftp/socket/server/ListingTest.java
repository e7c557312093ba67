package dev.simpleftp.socket.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.store.GuardedFileStore;
import dev.simpleftp.domain.Grants;
import dev.simpleftp.domain.Permission;
import dev.simpleftp.filesystem.memory.MemoryTree;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Long listings, listings beside transfers, and listings without the right to them.
class ListingTest {
  private static final int ENTRIES = 100_000;

  /// R19. All lines together are far longer than what the connection can hold in its buffers.
  @ParameterizedTest
  @ValueSource(strings = {"LIST", "NLST", "MLSD", "LIST *"})
  void readsABigDirectoryNoFasterThanTheListingIsTaken(String command) throws IOException {
    var endless = new ManyFiles(ENTRIES);
    try (var server = serving(() -> endless);
        FtpWire wire = server.login();
        Socket data = slowData(wire)) {
      wire.send(command).expect(150);
      assertThat(data.getInputStream().read()).isPositive();
      wire.send("STAT").expect(213);
      assertThat(endless.told()).isLessThan(ENTRIES);

      var lines =
          new BufferedReader(new InputStreamReader(data.getInputStream(), StandardCharsets.UTF_8));
      assertThat(lines.lines().count()).isEqualTo(ENTRIES);
      assertThat(wire.expect(226).text()).contains("100000 entries");
    }
  }

  @Test
  void tellsHowManyEntriesDoNotFitIntoAReply() throws IOException {
    try (var server = serving(() -> new ManyFiles(1000));
        FtpWire wire = server.login()) {
      var reply = wire.send("STAT /").expect(212);

      int told = reply.lines().size() - 2;
      assertThat(reply.text().length()).isLessThan(64 * 1024);
      assertThat(reply.lines().getLast()).contains((1000 - told) + " entries more; use LIST");
    }
  }

  @Test
  void letsStatOfAPathWaitForTheTransfer() throws IOException {
    try (var server = ServerFixture.overMemory();
        FtpWire wire = server.login();
        Socket data = wire.openData()) {
      wire.send("STOR file").expect(150);
      wire.send("STAT").expect(213);
      wire.send("STAT /");
      data.getOutputStream().write('x');
      data.shutdownOutput();

      wire.expect(226);
      assertThat(wire.expect(212).text()).contains(" file ");
    }
  }

  @Test
  void givesTwoUploadsAtOnceTwoNames() throws IOException {
    try (var server = ServerFixture.overMemory();
        FtpWire one = server.login();
        FtpWire two = server.login();
        Socket first = one.openData();
        Socket second = two.openData()) {
      assertThat(one.send("STOU a").expect(150).text()).isEqualTo("FILE: /a");
      assertThat(two.send("STOU a").expect(150).text()).isEqualTo("FILE: /a.1");
      first.getOutputStream().write('1');
      second.getOutputStream().write('2');
      first.shutdownOutput();
      second.shutdownOutput();

      one.expect(226);
      two.expect(226);
      assertThat(server.content("/a")).contains("1");
      assertThat(server.content("/a.1")).contains("2");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"LIST", "LIST a*", "NLST", "NLST a*", "MLSD", "STAT /", "STAT a*", "STOU"})
  void refusesWhoHasNoRight(String command) throws IOException {
    var memory = new MemoryTree();
    var nothing = Grants.everywhere(Set.of(Permission.READ));
    try (var server = serving(() -> new GuardedFileStore(memory.newStore(), nothing));
        FtpWire wire = server.login()) {
      wire.send("EPSV").expect(229);

      assertThat(wire.send(command).expect(550).text()).isEqualTo("Permission denied.");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"LIST a", "NLST a*", "MLSD", "STAT a", "STOU a", "OPTS MLST type", "STAT"})
  void asksForALoginFirst(String command) throws IOException {
    try (var server = ServerFixture.overMemory();
        FtpWire wire = server.connect()) {
      wire.expect(220);

      wire.send(command).expect(command.startsWith("OPTS") ? 200 : 530);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"LIST a\0b", "NLST a\rb", "STAT \0", "STOU a\0"})
  void refusesBadSyntax(String command) throws IOException {
    try (var server = ServerFixture.overMemory();
        FtpWire wire = server.login()) {
      wire.send(command).expect(501);
    }
  }

  private static ServerFixture serving(Supplier<FileStore> stores) throws IOException {
    return ServerFixture.over(stores, UnaryOperator.identity());
  }

  /// A data connection with room for little on this side.
  private static Socket slowData(FtpWire wire) throws IOException {
    int port = FtpWire.portOf(wire.send("EPSV").expect(229));
    var data = new Socket();
    data.setReceiveBufferSize(64 * 1024);
    data.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    data.setSoTimeout(30_000);
    return data;
  }
}
