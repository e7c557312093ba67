package dev.simpleftp.e2e;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.awaitility.core.ConditionTimeoutException;

/// A server of others or of ours that runs. It can be stopped and started again on its port.
final class LiveServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int TRIES = 3;

  private final ServerLaunch launch;
  private final ServerSetup setup;
  private final Path scratch;
  private ServerLaunch.Started started;

  private LiveServer(
      ServerLaunch launch, ServerSetup setup, Path scratch, ServerLaunch.Started started) {
    this.launch = launch;
    this.setup = setup;
    this.scratch = scratch;
    this.started = started;
  }

  /// Starts it; somebody else may take a free port first, so any is tried a few times.
  static LiveServer start(ServerLaunch launch, ServerSetup setup) throws Exception {
    Path scratch = Files.createTempDirectory("peer");
    Files.setPosixFilePermissions(scratch, PosixFilePermissions.fromString("rwxr-xr-x"));
    for (int left = setup.port() == 0 ? TRIES : 1; ; left--) {
      var fixed = setup.port() == 0 ? setup.on(Program.freePort()) : setup;
      try {
        return new LiveServer(launch, fixed, scratch, greeted(launch, fixed, scratch));
      } catch (AssertionError e) {
        if (left == 1) {
          TestFiles.delete(scratch);
          throw e;
        }
      }
    }
  }

  /// What was started, once it greets.
  private static ServerLaunch.Started greeted(ServerLaunch launch, ServerSetup setup, Path scratch)
      throws Exception {
    var started = launch.start(setup, scratch);
    boolean ready = false;
    try {
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(20))
          .until(() -> greets(setup) || !started.isAlive());
      ready = started.isAlive();
    } catch (ConditionTimeoutException _) {
      // Told below, with its log.
    } finally {
      if (!ready) {
        started.close();
      }
    }
    if (!ready) {
      throw new AssertionError("the server did not start: " + started.log());
    }
    return started;
  }

  private static boolean greets(ServerSetup setup) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), setup.port())) {
      socket.setSoTimeout((int) PATIENCE.toMillis());
      return setup.isImplicit() || socket.getInputStream().read() == '2';
    } catch (IOException _) {
      return false;
    }
  }

  int port() {
    return setup.port();
  }

  Path root() {
    return setup.root();
  }

  /// A directory that goes when the server is closed.
  Path scratch() {
    return scratch;
  }

  String user() {
    return launch.user();
  }

  String password() {
    return ServerLaunch.PASSWORD;
  }

  /// What the user calls the root.
  String base() {
    return launch.base(root());
  }

  /// The address of the root with the user and no password.
  String url() {
    return "ftp://" + user() + "@127.0.0.1:" + port() + base();
  }

  /// What the server has said since it was last started.
  List<String> log() {
    return started.log();
  }

  /// Lets the server change what a test has put under its root.
  void adopt() throws IOException {
    launch.adopt(root());
  }

  /// Ends the server with its sessions; [#restart] brings it back.
  void stop() {
    started.close();
  }

  /// The same as `kill -9`.
  void kill() {
    started.kill();
  }

  /// Starts it on its port, after [#stop] or in the midst of its work.
  void restart() throws Exception {
    stop();
    started = greeted(launch, setup, scratch);
  }

  @Override
  public void close() throws IOException {
    stop();
    TestFiles.delete(scratch);
  }
}
