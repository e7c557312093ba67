package dev.simpleftp.socket.client;

import dev.simpleftp.application.port.out.FileStores;
import dev.simpleftp.domain.ConnectionFailed;
import dev.simpleftp.domain.Login;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.socket.channel.Watchdog;
import dev.simpleftp.socket.tls.ClientTls;
import dev.simpleftp.socket.tls.UnverifiedCertificate;
import dev.simpleftp.socket.wire.Reply;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Stores that lie on FTP servers: connects, logs in and learns what the server can do.
///
/// A server that was under TLS once, or whose certificate was trusted before, is not logged in to
/// without TLS where TLS is only preferred: whoever can cut a line could otherwise ask for the
/// password in clear.
public final class RemoteFileStores implements FileStores {
  private final ClientConfig limits;
  private final Transcript transcript;
  private final Watchdog watchdog;
  private final ClientTls tls;
  private final Set<Peer> secured;

  /// Without TLS.
  ///
  /// @param transcript hears every line of every connection
  /// @param watchdog ends data connections that stand still; it stays the caller's
  public RemoteFileStores(ClientConfig limits, Transcript transcript, Watchdog watchdog) {
    this(limits, transcript, watchdog, ClientTls.NONE);
  }

  /// @param tls how connections are protected
  /// @see #RemoteFileStores(ClientConfig, Transcript, Watchdog)
  public RemoteFileStores(
      ClientConfig limits, Transcript transcript, Watchdog watchdog, ClientTls tls) {
    this.limits = limits;
    this.transcript = transcript;
    this.watchdog = watchdog;
    this.tls = tls;
    this.secured = ConcurrentHashMap.newKeySet();
  }

  private RemoteFileStores(RemoteFileStores like, ClientTls.Mode mode) {
    this.limits = like.limits;
    this.transcript = like.transcript;
    this.watchdog = like.watchdog;
    this.tls = like.tls.mode(mode);
    this.secured = like.secured;
  }

  /// The same with TLS in this mode; what one knows of servers, the other knows, too.
  public RemoteFileStores in(ClientTls.Mode mode) {
    return new RemoteFileStores(this, mode);
  }

  /// Opens a connection of its own.
  ///
  /// @throws Refused LOGIN_DENIED, BANNED, DENIED in the server's words; UNSUPPORTED when it lacks
  ///   what cannot be done without
  /// @throws ConnectionFailed with one sentence that names the cause and what to look at
  @Override
  public Access open(Login login, Peer peer) throws IOException {
    try {
      return connect(login, peer);
    } catch (UnverifiedCertificate unverified) {
      tls.trust().decide(peer, unverified);
      secured.add(peer.canonical());
      return connect(login, peer);
    }
  }

  private Access connect(Login login, Peer peer) throws IOException {
    var socket = Connector.connect(peer, limits.connect());
    var control = new ControlSession(socket, limits.reply(), transcript);
    Access access = null;
    try {
      var dialogue = new LoginDialogue(control);
      var protection = new TlsDialogue(control, tls, peer, isTlsExpected(peer));
      protection.connected();
      Reply greeting = dialogue.greeted(peer, limits.connect());
      protection.greeted(login);
      if (control.tls().isPresent()) {
        secured.add(peer.canonical());
      }
      dialogue.logIn(login);
      protection.loggedIn();
      var connection = prepare(control, greeting);
      var store = new RemoteFileStore(connection, InstantSource.system());
      access = new Access(store, dialogue.home());
      return access;
    } finally {
      if (access == null) {
        control.close();
      }
    }
  }

  private boolean isTlsExpected(Peer peer) throws IOException {
    return tls.mode() == ClientTls.Mode.PREFER
        && (secured.contains(peer.canonical()) || tls.trust().knows(peer));
  }

  private FtpConnection prepare(ControlSession control, Reply greeting) throws IOException {
    var features = RemoteFeatures.of(control.ask("FEAT"));
    if (features.utf8()) {
      control.ask("OPTS", "UTF8 ON"); // A server that always does refuses; both are fine
    }
    requireBinary(control);
    var connection = new FtpConnection(control, features, limits, watchdog);
    connection.greetedWith(greeting.text());
    return connection;
  }

  private static void requireBinary(ControlSession control) throws IOException {
    Reply type = control.ask("TYPE", "I");
    if (!type.isCompletion()) {
      type = control.ask("TYPE", "L 8"); // The same octets by another name (RFC 959 §3.1.1.4)
    }
    if (!type.isCompletion()) {
      throw new Refused(
          Refusal.UNSUPPORTED, "The server does not transfer files unchanged: " + type);
    }
  }
}
