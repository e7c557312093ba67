package dev.simpleftp.socket.client;

import dev.simpleftp.socket.tls.TestCertificates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/// The data connections of a [ScriptedServer].
///
/// `listen` opens a port, `unlisten` closes it, `choke` leaves it open and unanswered, `bait`
/// listens with the same number on the address of `{foreign}`; `send TEXT`, `receive`, `take N` and
/// `await end` move bytes; `close`, `finish` (half of it) and `reset` end the connection. `tls`
/// takes up TLS, `another-tls` in a session of its own and `foreign-tls` with another certificate,
/// `cut` ends the connection under it, `babble` sends until the client has left.
final class ScriptedData {
  private static final int ATTEMPTS = 50;

  private final ByteArrayOutputStream uploaded = new ByteArrayOutputStream();
  private final List<Socket> choking = new ArrayList<>();
  private @Nullable ServerSocket listener;
  private @Nullable ServerSocket bait;
  private @Nullable Socket data;
  private @Nullable Socket bare;
  private volatile String end = "";
  private volatile boolean baitTaken;

  void step(String[] words, SSLContext certified) throws IOException {
    switch (words[0]) {
      case "listen" -> listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      case "bait" -> bait();
      case "choke" -> choke();
      case "send" -> ScriptedServer.send(data(), fill(words[1]));
      case "receive", "await" -> receive(Integer.MAX_VALUE);
      case "take" -> receive(Integer.parseInt(words[1]));
      case "reset" -> {
        data().setSoLinger(true, 0);
        endData();
      }
      case "finish" -> data().shutdownOutput();
      case "tls" -> data = secure(data(), certified);
      case "another-tls" -> data = secure(data(), TestCertificates.context());
      case "foreign-tls" -> data = secure(data(), TestCertificates.contextOfAnotherHost());
      case "babble" -> babble();
      case "cut" -> bare().close();
      case "close" -> endData();
      case "unlisten" -> listening().close();
      default -> throw new AssertionError("Not a step: " + words[0]);
    }
  }

  /// Takes up TLS as a server.
  static Socket secure(Socket socket, SSLContext certified) throws IOException {
    var secured =
        (SSLSocket) certified.getSocketFactory().createSocket(socket, "", socket.getPort(), true);
    secured.setUseClientMode(false);
    secured.startHandshake();
    return secured;
  }

  String uploaded() {
    return uploaded.toString(StandardCharsets.UTF_8);
  }

  String end() {
    return end;
  }

  boolean baitTaken() {
    return baitTaken;
  }

  void close() throws IOException {
    if (listener != null) {
      listener.close();
    }
    if (bait != null) {
      bait.close();
    }
    for (Socket socket : choking) {
      socket.close();
    }
  }

  String fill(String line) {
    String text =
        line.replace("{nl}", "\r\n")
            .replace("{cr}", "\r")
            .replace("{lf}", "\n")
            .replace("{nul}", "\0")
            .replace("{64k}", "x".repeat(65_536));
    if (listener == null) {
      return text;
    }
    int port = listener.getLocalPort();
    return text.replace("{p}", Integer.toString(port))
        .replace("{six}", "127,0,0,1," + port / 256 + "," + port % 256)
        .replace("{foreign}", "127,0,0,2," + port / 256 + "," + port % 256)
        .replace("{private}", "192,168,0,1," + port / 256 + "," + port % 256);
  }

  /// The same port on two addresses of this machine.
  private void bait() throws IOException {
    for (int i = 0; bait == null && i < ATTEMPTS; i++) {
      var candidate = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      try {
        int port = candidate.getLocalPort();
        bait = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.2"));
        listener = candidate;
      } catch (IOException _) {
        candidate.close(); // That number is taken there
      }
    }
    ServerSocket set = Objects.requireNonNull(bait);
    Thread.ofVirtual().start(() -> watch(set));
  }

  private void watch(ServerSocket set) {
    try (Socket _ = set.accept()) {
      baitTaken = true;
    } catch (IOException _) {
      // Closed: nobody came.
    }
  }

  /// Connections that nobody accepts fill the queue; the system then lets further ones wait.
  private void choke() throws IOException {
    for (int i = 0; i < 2; i++) {
      choking.add(new Socket(InetAddress.getLoopbackAddress(), listening().getLocalPort()));
    }
  }

  private void receive(int most) throws IOException {
    try {
      byte[] bytes = data().getInputStream().readNBytes(most);
      uploaded.writeBytes(bytes);
      end = "end";
    } catch (SocketException _) {
      end = "reset";
    }
    if (most == Integer.MAX_VALUE) {
      endData();
    }
  }

  private void babble() throws IOException {
    byte[] words = new byte[16 * 1024];
    long enough = System.nanoTime() + Duration.ofMillis(ScriptedServer.TIMEOUT_MILLIS).toNanos();
    try {
      while (System.nanoTime() < enough) {
        data().getOutputStream().write(words);
      }
    } catch (IOException _) {
      data = null;
      return;
    } finally {
      bare().close();
    }
    throw new AssertionError("The client heard it all.");
  }

  private Socket data() throws IOException {
    Socket open = data;
    if (open == null) {
      listening().setSoTimeout(ScriptedServer.TIMEOUT_MILLIS);
      open = listening().accept();
      open.setSoTimeout(ScriptedServer.TIMEOUT_MILLIS);
      data = open;
      bare = open;
    }
    return open;
  }

  private void endData() throws IOException {
    data().close();
    listening().close();
    data = null;
  }

  private Socket bare() {
    return Objects.requireNonNull(bare, "nobody has connected");
  }

  private ServerSocket listening() {
    return Objects.requireNonNull(listener, "D: listen is missing");
  }
}
