package dev.simpleftp.socket.client;

import dev.simpleftp.domain.ConnectionFailed;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.socket.wire.HostPort;
import dev.simpleftp.socket.wire.Reply;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/// Makes data connections: EPSV (RFC 2428), else PASV, and remembers which of them works.
///
/// It connects to the control connection's peer and nowhere else. The address in a 227 reply is
/// ignored: it is wrong behind address translation, and a hostile server would choose it to make us
/// connect to a third machine.
final class PassiveDialer {
  private static final Duration FIRST_TRY = Duration.ofSeconds(3);

  private final ControlSession control;
  private final Duration timeout;
  private Way way = Way.UNKNOWN;
  private String words = "No data connection was needed yet; EPSV is tried first.";

  PassiveDialer(ControlSession control, Duration timeout) {
    this.control = control;
    this.timeout = timeout;
  }

  /// A new data connection, to be used by the next transfer command.
  ///
  /// @throws ConnectionFailed when none came about; the session can go on
  /// @throws Refused UNSUPPORTED when the server knows neither way
  SocketChannel dial() throws IOException {
    try {
      return switch (way) {
        case EPSV -> connect(extendedPort(), timeout);
        case PASV -> connect(port(), timeout);
        case UNKNOWN -> findWay();
      };
    } catch (NoDataConnection e) {
      throw ConnectionFailed.ofTransfer(String.valueOf(e.getMessage()), e);
    }
  }

  /// Which way is in use and why, in one sentence.
  String words() {
    return words;
  }

  private SocketChannel findWay() throws IOException {
    try {
      Duration firstTry = timeout.compareTo(FIRST_TRY) < 0 ? timeout : FIRST_TRY;
      SocketChannel data = connect(extendedPort(), firstTry);
      settle(Way.EPSV, "EPSV is used.");
      return data;
    } catch (NoDataConnection e) {
      SocketChannel data = connect(port(), timeout);
      boolean answered = e.getCause() == null;
      settle(
          Way.PASV,
          answered
              ? "EPSV is not offered, so PASV is used."
              : "EPSV did not connect, so PASV is used.");
      return data;
    }
  }

  private void settle(Way found, String why) {
    way = found;
    words = why;
  }

  private int extendedPort() throws IOException {
    Reply reply = control.ask("EPSV");
    int none = 0;
    int port = reply.code() == 229 ? HostPort.findExtended(reply.text()).orElse(none) : none;
    return requirePort(port, reply);
  }

  private int port() throws IOException {
    Reply reply = control.ask("PASV");
    int none = 0;
    int port =
        reply.code() == 227 ? HostPort.find(reply.text()).map(HostPort::port).orElse(none) : none;
    if (reply.code() / 100 == 5) {
      throw new Refused(Refusal.UNSUPPORTED, offersNone(reply));
    }
    return requirePort(port, reply);
  }

  private static int requirePort(int port, Reply reply) throws NoDataConnection {
    if (port == 0) {
      throw new NoDataConnection(offersNone(reply));
    }
    return port;
  }

  private static String offersNone(Reply reply) {
    return "The server offers no passive data connection: " + reply;
  }

  private SocketChannel connect(int port, Duration patience) throws IOException {
    var address = new InetSocketAddress(control.remote().getAddress(), port);
    try {
      SocketChannel data = Connector.connect(address, patience);
      // On a virtual thread the first write makes the socket non-blocking inside; a transferTo that
      // comes before it would hold the carrier thread.
      data.write(ByteBuffer.allocate(0));
      return data;
    } catch (ClosedByInterruptException e) {
      throw e;
    } catch (IOException e) {
      throw new NoDataConnection(
          "No data connection to port %d of the server (%s); does a firewall block its passive ports?"
              .formatted(port, e.getMessage()),
          e);
    }
  }

  private enum Way {
    UNKNOWN,
    EPSV,
    PASV
  }
}
