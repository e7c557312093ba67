package dev.simpleftp.socket.contract;

import dev.simpleftp.domain.Peer;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/// Stands between a client and a server's control connection and leaves out lines of the replies: a
/// good server looks like one that can less.
final class ReplyFilter implements Closeable {
  private final ServerSocket listener;
  private final InetSocketAddress server;
  private final Predicate<String> leftOut;

  ReplyFilter(InetSocketAddress server, Predicate<String> leftOut) throws IOException {
    this.server = server;
    this.leftOut = leftOut;
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(() -> quietly(this::accept));
  }

  Peer peer() {
    return new Peer("127.0.0.1", listener.getLocalPort());
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = listener.accept();
      Socket ahead = new Socket(server.getAddress(), server.getPort());
      Thread.ofVirtual().start(() -> quietly(() -> relay(client, ahead)));
      Thread.ofVirtual().start(() -> quietly(() -> filter(ahead, client)));
    }
  }

  private static void relay(Socket from, Socket to) throws IOException {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    }
  }

  private void filter(Socket from, Socket to) throws IOException {
    try (from;
        to) {
      // Octets stay what they are in this encoding
      var lines =
          new BufferedReader(
              new InputStreamReader(from.getInputStream(), StandardCharsets.ISO_8859_1));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!leftOut.test(line)) {
          to.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        }
      }
    }
  }

  private static void quietly(Step step) {
    try {
      step.run();
    } catch (IOException _) {
      // One end has gone, and the other one goes too.
    }
  }

  private interface Step {
    void run() throws IOException;
  }
}
