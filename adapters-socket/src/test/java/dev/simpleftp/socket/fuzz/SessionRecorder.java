package dev.simpleftp.socket.fuzz;

import dev.simpleftp.filesystem.memory.MemoryTree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Stands between a client and a server in memory and writes down what the client says.
///
/// `SessionRecorder FILE-PREFIX` prints the port to connect to; log in as `fuzz` with the password
/// of [FuzzServer]. Every connection makes one file `FILE-PREFIX-N.ctl`.
public final class SessionRecorder {
  private SessionRecorder() {}

  /// Records until it is killed.
  public static void main(String[] args) throws IOException {
    var tree = new MemoryTree();
    try (var server = new FuzzServer();
        var listener = new ServerSocket(0, 8, InetAddress.ofLiteral("127.0.0.1"))) {
      server.serve("fuzz", tree::newStore);
      System.out.println(listener.getLocalPort());
      for (int i = 1; ; i++) {
        Socket client = listener.accept();
        Path file = Path.of(args[0] + "-" + i + ".ctl");
        Thread.ofVirtual().start(() -> record(client, server, file));
      }
    }
  }

  private static void record(Socket client, FuzzServer server, Path file) {
    try (client;
        var far = new Socket(server.address().getAddress(), server.address().getPort())) {
      client.setOOBInline(true); // ftplib says ABOR in urgent data
      Thread.ofVirtual().start(() -> answer(far, client));
      var said = new ByteArrayOutputStream();
      copy(client.getInputStream(), far.getOutputStream(), said);
      Files.writeString(file, withoutPorts(said), StandardCharsets.ISO_8859_1);
      far.shutdownOutput();
      far.getInputStream().readAllBytes();
    } catch (IOException e) {
      System.err.println(e);
    }
  }

  private static void answer(Socket far, Socket client) {
    try {
      far.getInputStream().transferTo(client.getOutputStream());
      client.shutdownOutput();
    } catch (IOException _) {
      // One of them has gone.
    }
  }

  private static void copy(InputStream from, OutputStream to, OutputStream said)
      throws IOException {
    byte[] bytes = new byte[4096];
    int n = from.read(bytes);
    while (n >= 0) {
      said.write(bytes, 0, n);
      to.write(bytes, 0, n);
      n = from.read(bytes);
    }
  }

  /// The ports of today are nobody's, or somebody else's, tomorrow.
  private static String withoutPorts(ByteArrayOutputStream said) {
    return said.toString(StandardCharsets.ISO_8859_1)
        .replaceAll("PORT [0-9,]+", "PORT @PORT@")
        .replaceAll("EPRT \\|1\\|[0-9.]+\\|[0-9]+\\|", "EPRT @EPRT@");
  }
}
