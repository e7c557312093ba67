package dev.simpleftp.socket.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.socket.tls.TestCertificates;
import dev.simpleftp.socket.tls.TlsChannel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Data connections under TLS whose other side never says good-bye.
class FarewellsTest {
  private final Watchdog watchdog = new Watchdog();
  private final List<SocketChannel> others = new ArrayList<>();
  private ServerSocketChannel listener;

  @BeforeEach
  void listen() throws IOException {
    listener = ServerSocketChannel.open();
    listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  @AfterEach
  void close() throws IOException {
    watchdog.close();
    listener.close();
    for (SocketChannel other : others) {
      other.close();
    }
  }

  @Test
  void keepsAFewAndReleasesTheOldest() throws IOException {
    var farewells = new Farewells();
    List<DataConnection> ended = new ArrayList<>();
    for (int i = 0; i <= Farewells.MOST; i++) {
      DataConnection connection = connection();
      farewells.end(connection);
      ended.add(connection);
    }

    assertThat(ended.getFirst().socket().isOpen()).isFalse();
  }

  @Test
  void keepsNoneBeyondTheServer() throws IOException {
    DataConnection connection = connection();
    new Farewells().end(connection);

    watchdog.close();

    assertThat(connection.socket().isOpen()).isFalse();
  }

  private DataConnection connection() throws IOException {
    others.add(SocketChannel.open(listener.getLocalAddress()));
    SSLEngine engine = TestCertificates.context().createSSLEngine();
    engine.setUseClientMode(false);
    SocketChannel socket = listener.accept();
    var connection = new DataConnection(socket, watchdog, Duration.ofMinutes(1), 0);
    connection.secure(new TlsChannel(socket, engine));
    return connection;
  }
}
