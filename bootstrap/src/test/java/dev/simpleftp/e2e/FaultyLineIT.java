package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simpleftp.application.port.in.CopyFile;
import dev.simpleftp.bootstrap.FtpClient;
import dev.simpleftp.bootstrap.SimpleFtp;
import dev.simpleftp.e2e.faults.Fault;
import dev.simpleftp.e2e.faults.Faults;
import dev.simpleftp.e2e.faults.FaultyRelay;
import dev.simpleftp.e2e.faults.Flow;
import dev.simpleftp.socket.client.ClientConfig;
import dev.simpleftp.socket.tls.ClientTls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Our client on bad lines: what breaks once is mended by trying again, and what stays broken is
/// never told as a success.
class FaultyLineIT {
  private static final int SIZE = 200_003;
  private static final ClientConfig LIMITS =
      new ClientConfig(
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofMillis(300),
          Duration.ofMillis(200));
  private static final CopyFile.Retries RETRIES =
      new CopyFile.Retries(8, Duration.ofMillis(5), Duration.ofMillis(200));

  @TempDir Path folder;
  @TempDir Path local;
  private Path remote;

  @BeforeEach
  void makeBothSides() throws Exception {
    remote = Files.createDirectory(folder.resolve("remote"));
    TestFiles.write(local.resolve("up.bin"), SIZE, 1);
  }

  /// pyftpdlib calls an upload complete whose connection was reset.
  @ParameterizedTest
  @EnumSource(names = {"OURS", "VSFTPD"})
  void whatBreaksOnceIsMended(ForeignServer kind) throws Exception {
    try (var server = kind.start(remote);
        var relay = FaultyRelay.to(server.port())) {
      prepare(server);
      for (Fault fault : passing()) {
        if (isHeldByTheServer(kind, fault)) {
          continue;
        }
        relay.arm(fault);
        try (FtpClient client = connect(server, relay.port())) {
          copyBothWays(client, server, fault);
        }
        assertThat(relay.hasHappened()).as("%s has happened", fault).isTrue();
      }
    }
  }

  /// Those that lose the control connection may end a login that nobody repeats.
  @ParameterizedTest
  @EnumSource(names = {"OURS", "VSFTPD", "PYFTPDLIB"})
  void aLostControlConnectionIsNoFalseSuccess(ForeignServer kind) throws Exception {
    try (var server = kind.start(remote);
        var relay = FaultyRelay.to(server.port())) {
      prepare(server);
      for (Fault fault : droppingControl()) {
        relay.arm(fault);
        tellsTheTruth(server, relay, fault);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"OURS", "VSFTPD", "PYFTPDLIB"})
  void whatStaysBrokenIsNoFalseSuccess(ForeignServer kind) throws Exception {
    try (var server = kind.start(remote)) {
      prepare(server);
      for (Fault fault : lasting()) {
        try (var relay = FaultyRelay.to(server.port(), Faults.always(fault))) {
          assertThat(tellsTheTruth(server, relay, fault)).as(fault.toString()).isFalse();
        }
      }
    }
  }

  /// Whoever ends the data connection in order says that the file is complete (RFC 959, section
  /// 3.4.1). Ours takes it at its word; at others the client looks before it replaces a file.
  @ParameterizedTest
  @EnumSource(names = {"OURS", "VSFTPD", "PYFTPDLIB"})
  void anUploadThatSeemsToEndIsNoFalseSuccess(ForeignServer kind) throws Exception {
    try (var server = kind.start(remote);
        var relay = FaultyRelay.to(server.port())) {
      for (long after : List.of(1L, SIZE / 2L, SIZE - 1L)) {
        TestFiles.write(remote.resolve("up.bin"), SIZE, 3);
        server.adopt();
        relay.arm(new Fault(Flow.DATA_UP, Fault.Kind.HALF_CLOSE, after));

        try (FtpClient client = connect(server, relay.port())) {
          assertThatThrownBy(() -> client.put(local.resolve("up.bin"), path(server, "up.bin")))
              .isInstanceOf(IOException.class);
        }
        if (kind != ForeignServer.OURS) {
          assertThat(remote.resolve("up.bin")).hasBinaryContent(TestFiles.bytes(SIZE, 3));
        }
      }
    }
  }

  /// vsftpd lets nobody else write a file until the stalled connection has run into its limit.
  private static boolean isHeldByTheServer(ForeignServer kind, Fault fault) {
    return kind == ForeignServer.VSFTPD
        && fault.flow() == Flow.DATA_UP
        && fault.kind() == Fault.Kind.STALL;
  }

  /// Every kind of fault in the data connection, at its beginning, within and near its end.
  private static List<Fault> passing() {
    List<Fault> faults = new ArrayList<>();
    for (Flow flow : List.of(Flow.DATA_UP, Flow.DATA_DOWN)) {
      for (long after : List.of(1L, SIZE / 2L, SIZE - 1L)) {
        faults.add(new Fault(flow, Fault.Kind.RESET, after));
      }
      faults.add(new Fault(flow, Fault.Kind.STALL, SIZE / 2));
      faults.add(new Fault(flow, Fault.Kind.TRICKLE, SIZE - 10));
      faults.add(new Fault(flow, Fault.Kind.SPLIT, SIZE - 5000));
      faults.add(new Fault(flow, Fault.Kind.DELAY, SIZE / 2));
    }
    faults.add(new Fault(Flow.DATA_DOWN, Fault.Kind.HALF_CLOSE, 1));
    faults.add(new Fault(Flow.DATA_DOWN, Fault.Kind.HALF_CLOSE, SIZE - 1));
    for (Flow flow : List.of(Flow.COMMANDS, Flow.REPLIES)) {
      faults.add(new Fault(flow, Fault.Kind.SPLIT, 0));
      faults.add(new Fault(flow, Fault.Kind.DELAY, 0));
    }
    return faults;
  }

  /// The two flows take turns.
  private static List<Fault> droppingControl() {
    return IntStream.rangeClosed(1, 16)
        .mapToObj(lines ->
            new Fault(lines % 2 == 0 ? Flow.REPLIES : Flow.COMMANDS, Fault.Kind.DROP, lines))
        .toList();
  }

  private static List<Fault> lasting() {
    return List.of(
        new Fault(Flow.DATA_DOWN, Fault.Kind.RESET, 0),
        new Fault(Flow.DATA_DOWN, Fault.Kind.HALF_CLOSE, 0),
        new Fault(Flow.DATA_UP, Fault.Kind.RESET, 0),
        new Fault(Flow.REPLIES, Fault.Kind.DROP, 1));
  }

  private void prepare(LiveServer server) throws IOException {
    TestFiles.write(remote.resolve("down.bin"), SIZE, 2);
    server.adopt();
  }

  private void copyBothWays(FtpClient client, LiveServer server, Fault fault) throws IOException {
    Files.deleteIfExists(local.resolve("down.bin"));
    client.get(path(server, "down.bin"), local.resolve("down.bin"));
    assertThat(local.resolve("down.bin"))
        .as(fault.toString())
        .hasSameBinaryContentAs(remote.resolve("down.bin"));
    client.put(local.resolve("up.bin"), path(server, "up.bin"));
    assertThat(remote.resolve("up.bin"))
        .as(fault.toString())
        .hasSameBinaryContentAs(local.resolve("up.bin"));
    Files.delete(remote.resolve("up.bin"));
  }

  /// @return whether the client said that it did both
  private boolean tellsTheTruth(LiveServer server, FaultyRelay relay, Fault fault)
      throws IOException {
    try (FtpClient client = connect(server, relay.port())) {
      copyBothWays(client, server, fault);
      return true;
    } catch (IOException e) {
      assertThat(e).as(fault.toString()).hasMessageMatching("[A-Z'].*");
      return false;
    }
  }

  private static String path(LiveServer server, String name) {
    return (server.base() + "/" + name).replace("//", "/");
  }

  private static FtpClient connect(LiveServer server, int port) throws IOException {
    return SimpleFtp.client()
        .user(server.user(), server.password())
        .tls(ClientTls.Mode.NONE)
        .limits(LIMITS)
        .retries(RETRIES)
        .connect("127.0.0.1", port);
  }
}
