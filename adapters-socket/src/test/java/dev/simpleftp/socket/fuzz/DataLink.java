package dev.simpleftp.socket.fuzz;

import dev.simpleftp.socket.wire.HostPort;
import dev.simpleftp.socket.wire.Reply;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/// The client's end of data connections, in both directions of connecting.
final class DataLink implements Closeable {
  private final InetAddress server;
  private @Nullable ServerSocket listener;
  private @Nullable Socket socket;
  private int port;
  private boolean active;
  private boolean cut;

  DataLink(InetAddress server) {
    this.server = server;
  }

  /// The server named the port to connect to.
  void announced(Reply reply) throws IOException {
    finish();
    port =
        reply.code() == 227
            ? HostPort.find(reply.text()).orElseThrow().port()
            : HostPort.findExtended(reply.text()).orElseThrow();
    active = false;
  }

  /// The server was told our port and agreed.
  void agreed() throws IOException {
    finish();
    active = true;
  }

  /// The line with an address of ours in place of `{port}`.
  String address(String line) throws IOException {
    if (!line.contains("{port}")) {
      return line;
    }
    if (listener == null) {
      listener = new ServerSocket(0, 8, server);
      listener.setSoTimeout(FuzzWire.PATIENCE_MILLIS);
    }
    int own = listener.getLocalPort();
    String address =
        line.startsWith("EPRT")
            ? "|1|127.0.0.1|" + own + "|"
            : "127,0,0,1," + own / 256 + "," + own % 256;
    return line.replace("{port}", address);
  }

  /// Connects now, unless the server does that later.
  void early() throws IOException {
    if (!active && socket == null) {
      socket = connect();
    }
  }

  /// The connection of the transfer that has begun.
  void open() throws IOException {
    cut = false;
    if (active && listener != null) {
      socket = listener.accept();
      socket.setSoTimeout(FuzzWire.PATIENCE_MILLIS);
    } else if (socket == null) {
      socket = connect();
    }
  }

  private Socket connect() throws IOException {
    var made = new Socket();
    made.connect(new InetSocketAddress(server, port), FuzzWire.PATIENCE_MILLIS);
    made.setSoTimeout(FuzzWire.PATIENCE_MILLIS);
    return made;
  }

  /// Sends these octets, unless the server has cut the connection; [#isCut] tells.
  void write(byte[] bytes, int from, int to) {
    try {
      if (socket != null) {
        socket.getOutputStream().write(bytes, from, to - from);
      }
    } catch (IOException _) {
      cut = true;
    }
  }

  /// Whether the server did not take all.
  boolean isCut() {
    return cut;
  }

  /// All that comes until the end; what came before a reset.
  byte[] readAll() {
    var all = new ByteArrayOutputStream();
    try {
      if (socket != null) {
        socket.getInputStream().transferTo(all);
      }
    } catch (IOException _) {
      // It was cut; what came has come.
    }
    return all.toByteArray();
  }

  /// The ordinary end.
  void finish() throws IOException {
    if (socket != null) {
      socket.close();
      socket = null;
    }
  }

  /// The end that is none.
  void reset() throws IOException {
    if (socket != null) {
      socket.setSoLinger(true, 0);
    }
    finish();
  }

  @Override
  public void close() throws IOException {
    finish();
    if (listener != null) {
      listener.close();
    }
  }
}
