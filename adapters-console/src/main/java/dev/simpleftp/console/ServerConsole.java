package dev.simpleftp.console;

import dev.simpleftp.application.port.out.SessionEvents;
import dev.simpleftp.console.terminal.TerminalText;
import dev.simpleftp.domain.ByteSize;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Identity;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.TransferKind;
import dev.simpleftp.domain.TransferReport;
import dev.simpleftp.domain.TreeEdit;
import java.io.PrintStream;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// What a server shows to whoever watches it: one line for each event, thread-safe.
///
/// Whatever came over the network is shown with its control characters escaped.
public final class ServerConsole implements SessionEvents {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final PrintStream out;
  private final boolean quiet;

  /// Prints to this stream.
  ///
  /// @param quiet shows trouble only
  public ServerConsole(PrintStream out, boolean quiet) {
    this.out = out;
    this.quiet = quiet;
  }

  public void listening(String address, int port) {
    tell("listening on %s port %d".formatted(address, port));
  }

  public void connected(Peer peer) {
    tell("connection accepted from " + peer);
  }

  /// A line of a client.
  ///
  /// @param line the command, its secret masked
  public void commandReceived(Peer peer, String line) {
    tell(peer + " command received: " + line);
  }

  public void dataConnection(Peer peer, int port) {
    tell(peer + " data connection on port " + port);
  }

  public void turnedAway(Peer peer) {
    tell(peer + " turned away: too many sessions");
  }

  public void disconnected(Peer peer) {
    tell(peer + " client left");
  }

  /// Shown even when quiet.
  public void trouble(String text) {
    print(text);
  }

  @Override
  public void opened(Identity session) {
    tell(session, "logged in as " + session.user());
  }

  @Override
  public void loginRefused(String user, Peer peer, Refused cause) {
    tell(peer + " login refused for " + user);
  }

  @Override
  public void transferEnded(Identity session, TransferReport report) {
    tell(session, report.complete() ? moved(report) : "transfer of " + report.path() + " failed");
  }

  @Override
  public void listed(Identity session, FilePath path, long entries) {
    tell(session, "listing of %s sent: %d entries".formatted(path, entries));
  }

  @Override
  public void treeChanged(Identity session, TreeEdit edit) {
    tell(
        session,
        switch (edit) {
          case TreeEdit.MakeDirectory(var path) -> "directory made: " + path;
          case TreeEdit.RemoveFile(var path) -> "file removed: " + path;
          case TreeEdit.RemoveDirectory(var path) -> "directory removed: " + path;
          case TreeEdit.Rename(var from, var to) -> "renamed: " + from + " to " + to;
        });
  }

  private static String moved(TransferReport report) {
    String done = report.kind() == TransferKind.GET ? "file sent" : "file stored";
    double seconds = report.elapsed().toNanos() / 1e9;
    return String.format(
        Locale.ROOT,
        "%s: %s, %s in %.3f s (%s/s)",
        done,
        report.path(),
        new ByteSize(report.bytes()),
        seconds,
        new ByteSize((long) report.rate()));
  }

  private void tell(Identity session, String text) {
    tell(session.peer() + " session " + session.session() + " " + text);
  }

  private void tell(String text) {
    if (!quiet) {
      print(text);
    }
  }

  private void print(String text) {
    out.println(
        TIME.format(LocalTime.now(ZoneId.systemDefault())) + " " + TerminalText.clean(text));
  }
}
