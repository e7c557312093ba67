package dev.simpleftp.console;

import dev.simpleftp.console.terminal.TerminalText;
import dev.simpleftp.domain.ByteSize;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Identity;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.TransferKind;
import dev.simpleftp.domain.TransferReport;
import dev.simpleftp.domain.TreeEdit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// What a server prints for people: the time, the number of the session and what happened.
///
/// Everything from the network is made harmless first.
public final class ServerConsole implements ServerLog {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  private final Consumer<String> lines;
  private final InstantSource clock;
  private final ZoneId zone;
  private final SessionNumbers numbers;

  /// Prints to these lines.
  ///
  /// @param lines takes each line whole, without its end, such as `System.out::println`
  public ServerConsole(
      Consumer<String> lines, InstantSource clock, ZoneId zone, SessionNumbers numbers) {
    this.lines = lines;
    this.clock = clock;
    this.zone = zone;
    this.numbers = numbers;
  }

  @Override
  public void listening(String address, int port) {
    print("Listening on " + new Peer(address, port));
  }

  @Override
  public void listeningUnderTls(String address, int port) {
    print("Listening on " + new Peer(address, port) + ", under TLS from the start");
  }

  @Override
  public void certificate(String fingerprint, Instant until) {
    print("Certificate until " + LocalDate.ofInstant(until, zone) + ", SHA-256 " + fingerprint);
  }

  @Override
  public void warning(String sentence) {
    print("Warning: " + sentence);
  }

  @Override
  public void listeningForClassroom(int port) {
    print("Listening for the classroom on port " + port + " of the loopback address");
  }

  @Override
  public void reloaded(List<String> keys) {
    print(
        keys.isEmpty() ? "Reloaded, nothing has changed" : "Reloaded: " + String.join(", ", keys));
  }

  @Override
  public void needsRestart(List<String> keys) {
    print("Needs a restart to take effect: " + String.join(", ", keys));
  }

  @Override
  public void stopping(Duration grace) {
    print("Stopping; transfers may go on for " + grace.toMillis() / 1000.0 + " s");
  }

  @Override
  public void connected(Peer peer) {
    print(peer, "connection accepted from " + peer);
  }

  @Override
  public void commandReceived(Peer peer, String maskedLine) {
    print(peer, "command received: " + maskedLine);
  }

  @Override
  public void dataConnection(Peer peer) {
    print(peer, "data connection with " + peer.host());
  }

  @Override
  public void tlsBegan(Peer peer, String words) {
    print(peer, "TLS began: " + words);
  }

  @Override
  public void tlsFailed(Peer peer, String reason) {
    print(peer, "TLS failed: " + reason);
  }

  @Override
  public void turnedAway(Peer peer) {
    print("turned away, too many sessions: " + peer);
  }

  @Override
  public void proxyRefused(Peer proxy) {
    print("closed, no PROXY header from the proxy " + proxy);
  }

  @Override
  public void disconnected(Peer peer) {
    print(peer, "client left");
  }

  @Override
  public void opened(Identity session) {
    print(session.peer(), "logged in as " + session.user());
  }

  @Override
  public void loginRefused(String user, Peer peer, Refused cause) {
    print(peer, "login refused for " + user);
  }

  @Override
  public void transferEnded(Identity session, TransferReport report) {
    boolean get = report.kind() == TransferKind.GET;
    print(
        session.peer(),
        report.complete()
            ? (get ? "file sent: " : "file stored: ") + measured(report)
            : (get ? "sending failed: " : "storing failed: ") + report.path());
  }

  @Override
  public void listed(Identity session, FilePath path, long entries) {
    print(
        session.peer(),
        "listing sent: " + path + (entries == 1 ? ", 1 entry" : ", " + entries + " entries"));
  }

  @Override
  public void treeChanged(Identity session, TreeEdit edit) {
    print(
        session.peer(),
        switch (edit) {
          case TreeEdit.MakeDirectory(var path) -> "directory made: " + path;
          case TreeEdit.RemoveFile(var path) -> "file removed: " + path;
          case TreeEdit.RemoveDirectory(var path) -> "directory removed: " + path;
          case TreeEdit.Rename(var from, var to) -> "renamed: " + from + " to " + to;
          case TreeEdit.Modify(var path, var modified) -> "time set: " + path + " to " + modified;
          case TreeEdit.ChangeMode(var path, var mode) ->
              "permissions set: " + path + " to " + Integer.toOctalString(mode);
        });
  }

  private static String measured(TransferReport report) {
    return String.format(
        Locale.ROOT,
        "%s, %s in %.1f s (%s/s)",
        report.path(),
        new ByteSize(report.bytes()),
        report.elapsed().toNanos() / 1e9,
        new ByteSize((long) report.rate()));
  }

  private void print(Peer peer, String event) {
    long number = numbers.of(peer);
    print("#" + (number == 0 ? "-" : number) + " " + event);
  }

  private void print(String event) {
    lines.accept(TerminalText.clean(TIME.format(clock.instant().atZone(zone)) + " " + event));
  }
}
