package dev.simpleftp.socket.client;

import dev.simpleftp.domain.ConnectionFailed;
import dev.simpleftp.domain.Login;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.socket.tls.ClientTls;
import dev.simpleftp.socket.tls.UnverifiedCertificate;
import dev.simpleftp.socket.wire.MalformedReply;
import dev.simpleftp.socket.wire.Reply;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Looks at a server from the outside and tells what will work and what to change.
///
/// It asks and listens; it changes nothing on the server.
public final class Doctor {
  private static final int MOST_ADDRESSES = 8;

  private final ClientConfig limits;
  private final Transcript transcript;
  private final InstantSource clock;
  private final ClientTls tls;

  /// @param transcript hears every line
  /// @param tls how connections are protected; its notices are told as findings anyway
  public Doctor(ClientConfig limits, Transcript transcript, InstantSource clock, ClientTls tls) {
    this.tls = tls;
    this.limits = limits;
    this.transcript = transcript;
    this.clock = clock;
  }

  /// Examines the server and hands over each finding as it is made.
  ///
  /// @throws IOException the connection broke in the middle
  public void examine(Peer peer, Login login, Consumer<Finding> findings) throws IOException {
    Optional<SocketChannel> socket = reach(peer, findings);
    if (socket.isEmpty()) {
      return;
    }
    try (var control = new ControlSession(socket.get(), limits.reply(), transcript)) {
      var protection = new TlsDialogue(control, tls, peer, tls.trust().knows(peer));
      boolean welcome =
          protects(protection::connected, findings)
              && greeted(control, peer, findings)
              && protects(() -> protection.greeted(login), findings);
      if (welcome && letIn(control, login, findings) && protects(protection::loggedIn, findings)) {
        new ServerExamination(control, clock, findings).run();
        control.ask("QUIT");
      }
    }
  }

  /// Tries every address, and keeps the first connection that is made.
  private Optional<SocketChannel> reach(Peer peer, Consumer<Finding> findings) throws IOException {
    Optional<SocketChannel> first = Optional.empty();
    List<InetAddress> addresses = addresses(peer, findings);
    for (InetAddress address : addresses) {
      Optional<SocketChannel> made = connect(new InetSocketAddress(address, peer.port()), findings);
      if (first.isPresent() && made.isPresent()) {
        made.get().close();
      }
      first = first.or(() -> made);
    }
    return first;
  }

  private static List<InetAddress> addresses(Peer peer, Consumer<Finding> findings) {
    try {
      return Arrays.stream(InetAddress.getAllByName(peer.host())).limit(MOST_ADDRESSES).toList();
    } catch (UnknownHostException _) {
      findings.accept(
          Finding.problem(
              "address",
              "the host '%s' is not known".formatted(peer.host()),
              "Check the spelling, or give its address in numbers."));
      return List.of();
    }
  }

  private Optional<SocketChannel> connect(InetSocketAddress address, Consumer<Finding> findings) {
    boolean six = address.getAddress() instanceof Inet6Address;
    String topic = six ? "IPv6" : "IPv4";
    String where = address.getAddress().getHostAddress() + " port " + address.getPort();
    long began = System.nanoTime();
    try {
      SocketChannel socket = Connector.connect(address, limits.connect());
      long millis = Duration.ofNanos(System.nanoTime() - began).toMillis();
      findings.accept(Finding.ok(topic, "%s answers in %d ms".formatted(where, millis)));
      return Optional.of(socket);
    } catch (IOException e) {
      findings.accept(
          Finding.problem(
              topic,
              Connector.sentence(where, limits.connect(), e),
              "Let the server listen there and the firewall pass it, or take the address out of"
                  + " the name service."));
      return Optional.empty();
    }
  }

  private static boolean greeted(ControlSession control, Peer peer, Consumer<Finding> findings) {
    try {
      Reply greeting = control.reply();
      while (greeting.isPreliminary()) {
        greeting = control.reply();
      }
      boolean ready = greeting.isCompletion();
      findings.accept(
          ready
              ? Finding.ok("greeting", greeting.toString())
              : Finding.problem("greeting", greeting.toString(), "Ask who runs the server."));
      return ready;
    } catch (MalformedReply _) {
      findings.accept(
          Finding.problem(
              "greeting", peer + " does not speak FTP", "Check the port; FTP is usually on 21."));
    } catch (IOException e) {
      findings.accept(
          Finding.problem(
              "greeting",
              String.valueOf(e.getMessage()),
              "The server takes no session now, or a port for TLS waits for the first word: check"
                  + " the port, or try later."));
    }
    return false;
  }

  /// Nobody is named to a server that may be another.
  private static boolean protects(Step step, Consumer<Finding> findings) throws IOException {
    try {
      step.run();
      return true;
    } catch (UnverifiedCertificate e) {
      findings.accept(
          Finding.problem(
              "certificate",
              String.valueOf(e.getMessage()),
              "Get one from an authority, or call this again with --trust and the fingerprint."));
    } catch (Refused | ConnectionFailed e) {
      findings.accept(
          Finding.problem(
              "TLS",
              String.valueOf(e.getMessage()),
              "Set up TLS on the server, for the login and for files."));
    }
    return false;
  }

  private static boolean letIn(ControlSession control, Login login, Consumer<Finding> findings)
      throws IOException {
    Reply reply = control.ask("USER", login.user());
    if (reply.code() == 331) {
      reply = control.ask("PASS", login.secret().reveal());
    }
    if (reply.isCompletion()) {
      findings.accept(Finding.ok("login", "%s: %s".formatted(login.user(), reply)));
      return true;
    }
    findings.accept(
        Finding.problem(
            "login",
            "%s: %s".formatted(login.user(), reply),
            "Name a user with ftp://USER@HOST and keep the password in SIMPLEFTP_PASSWORD or"
                + " ~/.netrc; where the server asks for TLS leave --tls=none out."));
    return false;
  }

  /// A part of a dialogue.
  @FunctionalInterface
  private interface Step {
    void run() throws IOException;
  }
}
