package dev.simpleftp.bootstrap;

import dev.simpleftp.console.ProcessSignals;
import dev.simpleftp.console.ServerLog;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Keeps a server running until a signal stops it, and reloads its files in the meantime.
///
/// All work is done by the thread that calls [#run()]; the signals only leave requests.
final class ServerOperation {
  private static final Duration LOOK_AT_FILES = Duration.ofSeconds(1);

  private enum Request {
    RELOAD,
    STOP,
    /// The server has come to its end.
    LEAVE
  }

  private final RunningServer server;
  private final Reload reload;
  private final WatchedFiles files;
  private final ServerLog log;
  private final CertificateEnd certificate;
  private final BlockingQueue<Request> requests =
      new ArrayBlockingQueue<>(Request.values().length + 1);

  ServerOperation(RunningServer server, Reload reload, WatchedFiles files, ServerLog log) {
    this.server = server;
    this.reload = reload;
    this.files = files;
    this.log = log;
    boolean madeHere = reload.config().tls().makesCertificate();
    this.certificate =
        new CertificateEnd(server::certificate, InstantSource.system(), log, madeHere);
  }

  /// From now on SIGTERM and Ctrl-C stop the server, and SIGHUP reloads its files; where it has
  /// none, the terminal that hangs up stops it, as it does other programs.
  ServerOperation obeySignals(boolean hasFiles) {
    ProcessSignals.on("TERM", () -> ask(Request.STOP));
    ProcessSignals.on("INT", () -> ask(Request.STOP));
    ProcessSignals.on("HUP", () -> ask(hasFiles ? Request.RELOAD : Request.STOP));
    return this;
  }

  /// Returns when the server has stopped.
  void run() throws IOException {
    try (server) {
      while (next() == Request.RELOAD) {
        files.remember();
        reload.run();
      }
      stop();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// A request that waits already need not wait twice.
  private synchronized void ask(Request request) {
    if (!requests.contains(request)) {
      requests.offer(request);
    }
  }

  private Request next() throws InterruptedException {
    @Nullable Request next = null;
    while (next == null) {
      certificate.look();
      next = requests.poll(LOOK_AT_FILES.toMillis(), TimeUnit.MILLISECONDS);
      if (next == null && files.haveChanged()) {
        next = Request.RELOAD;
      }
    }
    return next;
  }

  /// The first request lets transfers go on for the time of grace; a second one ends them.
  private void stop() throws InterruptedException {
    Duration grace = reload.config().stop().grace();
    log.stopping(grace);
    Thread.startVirtualThread(() -> stop(grace));
    while (requests.take() == Request.RELOAD) {
      // Too late.
    }
  }

  private void stop(Duration grace) {
    try {
      server.stop(grace);
    } catch (IOException _) {
      // Closing it, which comes next, fails in the same way and tells it.
    } finally {
      ask(Request.LEAVE);
    }
  }
}
