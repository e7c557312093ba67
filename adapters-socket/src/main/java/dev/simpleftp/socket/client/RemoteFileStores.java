package dev.simpleftp.socket.client;

import dev.simpleftp.application.port.out.FileStores;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Login;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.socket.channel.Watchdog;
import dev.simpleftp.socket.wire.MalformedReply;
import dev.simpleftp.socket.wire.Refusals;
import dev.simpleftp.socket.wire.Reply;
import java.io.IOException;
import java.time.InstantSource;

/// Stores that lie on FTP servers: connects, logs in and learns what the server can do.
public final class RemoteFileStores implements FileStores {
  private final ClientConfig limits;
  private final Transcript transcript;
  private final Watchdog watchdog;

  /// @param transcript hears every line of every connection
  /// @param watchdog ends data connections that stand still; it stays the caller's
  public RemoteFileStores(ClientConfig limits, Transcript transcript, Watchdog watchdog) {
    this.limits = limits;
    this.transcript = transcript;
    this.watchdog = watchdog;
  }

  /// Opens a connection of its own.
  ///
  /// @throws Refused LOGIN_DENIED in the server's words
  /// @throws IOException with one sentence that names the cause and what to look at
  @Override
  public Access open(Login login, Peer peer) throws IOException {
    var socket = Connector.connect(peer, limits.connect());
    var control = new ControlSession(socket, limits.reply(), transcript);
    Access access = null;
    try {
      greet(control, peer);
      logIn(control, login);
      access = prepare(control);
      return access;
    } finally {
      if (access == null) {
        control.close();
      }
    }
  }

  private static void greet(ControlSession control, Peer peer) throws IOException {
    Reply greeting;
    try {
      do {
        greeting = control.reply();
      } while (greeting.isPreliminary()); // 120: ready in a moment
    } catch (MalformedReply e) {
      throw new IOException("%s does not speak FTP; is this the right port?".formatted(peer), e);
    }
    if (!greeting.isCompletion()) {
      throw new IOException("%s refuses the connection: %s".formatted(peer, greeting.text()));
    }
  }

  private static void logIn(ControlSession control, Login login) throws IOException {
    Reply reply = control.ask("USER", login.user());
    if (reply.code() == 331) {
      reply = control.ask("PASS", login.secret().reveal());
    }
    if (reply.isIntermediate()) {
      throw new Refused(
          Refusal.LOGIN_DENIED,
          "The server wants an account (ACCT) besides the password, which is not supported: "
              + reply.text());
    }
    if (!reply.isCompletion()) {
      throw Refusals.as(Refusal.LOGIN_DENIED, reply);
    }
  }

  private Access prepare(ControlSession control) throws IOException {
    var features = RemoteFeatures.of(control.ask("FEAT"));
    if (features.utf8()) {
      control.ask("OPTS", "UTF8 ON"); // A server that always does refuses; both are fine
    }
    Reply type = control.ask("TYPE", "I");
    if (!type.isCompletion()) {
      throw Refusals.read(type, Refusal.UNSUPPORTED);
    }
    var connection = new FtpConnection(control, features, limits, watchdog);
    var store = new RemoteFileStore(connection, InstantSource.system());
    return new Access(store, home(control.ask("PWD")));
  }

  private static FilePath home(Reply reply) {
    try {
      return reply.code() == 257 ? FilePath.of(quoted(reply.text())) : FilePath.ROOT;
    } catch (Refused _) {
      return FilePath.ROOT;
    }
  }

  /// What stands between the first quotes, doubled quotes inside it (RFC 959, appendix II).
  private static String quoted(String text) {
    var result = new StringBuilder();
    int i = text.indexOf('"') + 1;
    while (i > 0 && i < text.length() && (text.charAt(i) != '"' || text.startsWith("\"\"", i))) {
      result.append(text.charAt(i));
      i += text.charAt(i) == '"' ? 2 : 1;
    }
    return result.toString();
  }
}
