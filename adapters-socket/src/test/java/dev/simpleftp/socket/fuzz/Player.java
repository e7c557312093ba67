package dev.simpleftp.socket.fuzz;

import dev.simpleftp.socket.wire.HostPort;
import dev.simpleftp.socket.wire.Reply;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Plays bytes to a server as a client in a hurry would: all at once, or in pieces, and reads what
/// comes to its end.
final class Player {
  private final InetSocketAddress server;
  private final DataPeers peers;
  private final Random random;

  Player(InetSocketAddress server, DataPeers peers, Random random) {
    this.server = server;
    this.peers = peers;
    this.random = random;
  }

  /// Plays a session.
  ///
  /// @return the greeting and the final replies, in their order; the last ones may be lost where
  ///   the server closed while more was sent to it
  List<Reply> play(byte[] recorded) throws IOException {
    byte[] bytes = withPorts(recorded);
    int expected = TelnetLines.of(bytes).size() + 1;
    try (var socket = new Socket()) {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(FuzzWire.PATIENCE_MILLIS);
      socket.connect(server);
      boolean atOnce = random.nextInt(3) == 0;
      int piece = 1 + random.nextInt(random.nextBoolean() ? 400 : 12);
      Thread.ofVirtual().name("fuzz-sender").start(() -> send(socket, bytes, piece, atOnce));
      return read(socket, expected);
    }
  }

  private static void send(Socket socket, byte[] bytes, int piece, boolean ends) {
    try {
      for (int from = 0; from < bytes.length; from += piece) {
        socket.getOutputStream().write(bytes, from, Math.min(piece, bytes.length - from));
      }
      if (ends) {
        end(socket);
      }
    } catch (IOException _) {
      // The server has closed: what it thinks of the rest it has said.
    }
  }

  private static void end(Socket socket) {
    try {
      socket.shutdownOutput();
    } catch (IOException _) {
      // The reader was quicker, or the server.
    }
  }

  private List<Reply> read(Socket socket, int expected) throws IOException {
    List<Reply> finals = new ArrayList<>();
    try {
      var replies = new StrictReplies(new BufferedInputStream(socket.getInputStream()));
      Optional<Reply> reply = replies.next();
      while (reply.isPresent()) {
        hear(reply.get(), finals);
        if (finals.size() == expected) {
          end(socket);
        }
        reply = replies.next();
      }
    } catch (SocketTimeoutException e) {
      throw new AssertionError("A reply is missing; so far " + finals, e);
    } catch (IOException e) {
      if (!String.valueOf(e.getMessage()).contains("reset")) {
        throw new AssertionError("After " + finals, e);
      }
    }
    return finals;
  }

  private void hear(Reply reply, List<Reply> finals) {
    if (!reply.isPreliminary()) {
      finals.add(reply);
    }
    if (reply.code() == 227) {
      peers.connect(HostPort.find(reply.text()).orElseThrow().port());
    } else if (reply.code() == 229) {
      peers.connect(HostPort.findExtended(reply.text()).orElseThrow());
    }
  }

  private byte[] withPorts(byte[] recorded) {
    String text = new String(recorded, StandardCharsets.ISO_8859_1);
    int port = peers.port();
    return text.replace("@PORT@", "127,0,0,1," + port / 256 + "," + port % 256)
        .replace("@EPRT@", "|1|127.0.0.1|" + port + "|")
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
