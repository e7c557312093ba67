package dev.simpleftp.bootstrap;

import dev.simpleftp.bootstrap.tls.ServerCertificate;
import dev.simpleftp.bootstrap.tls.TlsIdentity;
import dev.simpleftp.console.ServerLog;
import dev.simpleftp.console.terminal.TerminalText;
import dev.simpleftp.filesystem.account.Accounts;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Brings a running server up to date with its configuration file, its users file and its
/// certificate.
///
/// All is read before anything changes, so a bad file changes nothing (F37). Runs on one thread.
final class Reload {
  private final Arguments line;
  private final Accounts accounts;
  private final RunningServer server;
  private final ServerLog log;
  private final PrintStream err;
  private final Arguments atStart;
  private Arguments current;
  private ServerConfig config;

  Reload(Started started, RunningServer server, ServerLog log, PrintStream err) {
    this.server = server;
    this.line = started.line();
    this.atStart = started.arguments();
    this.current = started.arguments();
    this.config = started.config();
    this.accounts = config.accounts().sources().accounts();
    this.log = log;
    this.err = err;
  }

  /// What is in force now.
  ServerConfig config() {
    return config;
  }

  /// Reads the files anew; what came of it is one line.
  void run() {
    try {
      Arguments fresh = ServerOptions.withFile(line);
      apply(fresh, ServerOptions.read(fresh));
    } catch (UsageError | IOException e) {
      err.println(
          "simpleftp: nothing was reloaded, the old settings stay: "
              + TerminalText.clean(String.valueOf(e.getMessage())));
    }
  }

  private void apply(Arguments fresh, ServerConfig asked) throws IOException {
    Predicate<String> changeable = ServerOptions.changeable()::hasLongOption;
    List<String> waiting = atStart.changes(fresh).filter(changeable.negate()).toList();
    boolean users = fresh.has("users") && !waiting.contains("users");
    Optional<TlsIdentity> certificate = certificate(asked, waiting);
    if (users) {
      accounts.reload();
    }
    List<String> changed = new ArrayList<>(users ? List.of("users") : List.of());
    certificate.map(server::certificate).ifPresent(changed::addAll);
    server.limits(asked.limits().limits());
    current.changes(fresh).filter(changeable).forEach(changed::add);
    log.reloaded(changed);
    if (!waiting.isEmpty()) {
      log.needsRestart(waiting);
    }
    current = fresh;
    config = asked;
  }

  /// The certificate as its files hold it now; empty where the server goes on with its own.
  private Optional<TlsIdentity> certificate(ServerConfig asked, List<String> waiting)
      throws IOException {
    Optional<TlsSetup> setup = asked.tls().setup();
    Optional<ServerCertificate> shown = server.identity();
    return setup.isEmpty() || shown.isEmpty() || waiting.stream().anyMatch(TlsOptions::isOne)
        ? Optional.empty()
        : Optional.of(setup.get().reload(shown.get()));
  }
}
