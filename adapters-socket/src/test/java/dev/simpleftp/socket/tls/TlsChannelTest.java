package dev.simpleftp.socket.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Two ends of one connection under TLS.
class TlsChannelTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final SSLContext CONTEXT = TestCertificates.context();

  private SocketChannel near;
  private SocketChannel far;

  @BeforeEach
  void connect() throws IOException {
    try (var listener = ServerSocketChannel.open()) {
      listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      near = SocketChannel.open(listener.getLocalAddress());
      far = listener.accept();
    }
  }

  @AfterEach
  void disconnect() throws IOException {
    near.close();
    far.close();
  }

  @ParameterizedTest
  @CsvSource({"TLSv1.2, 7", "TLSv1.2, 4096", "TLSv1.2, 262144", "TLSv1.3, 7", "TLSv1.3, 262144"})
  void carriesBytesWhateverTheBuffers(String version, int size) throws Exception {
    byte[] content = new byte[300_000];
    new Random(1).nextBytes(content);
    var ends = secure(version);

    var writing =
        CompletableFuture.runAsync(() -> {
          try {
            ends.client.write(ByteBuffer.wrap(content));
            ends.client.endOutput();
          } catch (IOException e) {
            throw new CompletionException(e);
          }
        });
    byte[] arrived = drain(ends.server, size);

    writing.join();
    assertThat(arrived).isEqualTo(content);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void takesACutConnectionForNoEnd(String version) throws Exception {
    var ends = secure(version);
    ends.client.write(ByteBuffer.wrap(new byte[10]));
    near.close();

    assertThatThrownBy(() -> drain(ends.server, 4096))
        .isInstanceOfAny(EOFException.class, SocketException.class);
  }

  @Test
  void waitsNoLongerThanItMay() throws Exception {
    var ends = secure("TLSv1.3");

    assertThatThrownBy(() -> ends.server.read(ByteBuffer.allocate(1), Duration.ofMillis(1)))
        .isInstanceOf(SocketTimeoutException.class);
  }

  @Test
  void knowsWhetherItHoldsSomething() throws Exception {
    var ends = secure("TLSv1.3");
    ends.client.write(ByteBuffer.wrap(new byte[100]));

    ends.server.read(ByteBuffer.allocate(40));
    assertThat(ends.server.hasPending()).isTrue();
    ends.server.read(ByteBuffer.allocate(60));
    far.configureBlocking(false);
    assertThat(ends.server.read(ByteBuffer.allocate(1))).isZero();
    assertThat(ends.server.hasPending()).isFalse();
  }

  /// Half of a record must not keep a server busy with looking for the other half.
  @Test
  void holdsNothingWhileARecordIsNotWhole() throws Exception {
    var ends = secure("TLSv1.3");
    far.configureBlocking(false);
    while (ends.server.read(ByteBuffer.allocate(1)) != 0) {
      // Nothing was sent.
    }
    near.write(ByteBuffer.wrap(new byte[] {23, 3, 3, 0, 100, 1, 2, 3}));
    far.configureBlocking(true);
    far.socket().setSoTimeout(1);

    assertThatThrownBy(() -> ends.server.read(ByteBuffer.allocate(1), Duration.ofMillis(50)))
        .isInstanceOf(SocketTimeoutException.class);
    assertThat(ends.server.hasPending()).isFalse();
  }

  /// Each renewal must be answered, and whoever asks need not read.
  @Test
  void renewsKeysNoMoreOftenThanNeeded() throws Exception {
    SSLEngine engine = client("TLSv1.3");
    var server = server(far);
    var handshake = CompletableFuture.runAsync(() -> shake(server));
    shake(new TlsChannel(near, engine));
    handshake.join();
    ByteBuffer record = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
    for (int i = 0; i < 100; i++) {
      engine.beginHandshake();
      engine.wrap(ByteBuffer.allocate(0), record.clear());
      near.write(record.flip());
    }

    assertThatThrownBy(() -> server.read(ByteBuffer.allocate(1), PATIENCE))
        .isInstanceOf(SSLException.class)
        .hasMessageContaining("too often");
  }

  @Test
  void tellsTheOtherSideWhyItEnds() throws Exception {
    var handshake = CompletableFuture.runAsync(() -> shake(server(far)));
    SSLEngine engine = client("TLSv1.3");
    engine.setEnabledCipherSuites(new String[] {"TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"});
    engine.setEnabledProtocols(new String[] {"TLSv1.2"});
    TlsChannel client = new TlsChannel(near, engine);

    assertThatThrownBy(() -> client.handshake(PATIENCE))
        .isInstanceOf(SSLException.class)
        .hasMessageContaining("alert");
    assertThatThrownBy(handshake::join).hasRootCauseInstanceOf(SSLException.class);
  }

  private static byte[] drain(TlsChannel from, int size) throws IOException {
    var all = new ByteArrayOutputStream();
    var sink = Channels.newChannel(all);
    ByteBuffer buffer = ByteBuffer.allocate(size);
    while (from.read(buffer.clear()) >= 0) {
      sink.write(buffer.flip());
    }
    return all.toByteArray();
  }

  private Ends secure(String version) {
    TlsChannel server = server(far);
    var handshake = CompletableFuture.runAsync(() -> shake(server));
    TlsChannel client = new TlsChannel(near, client(version));
    shake(client);
    handshake.join();
    return new Ends(client, server);
  }

  private static void shake(TlsChannel channel) {
    try {
      channel.handshake(PATIENCE);
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }

  private static SSLEngine client(String version) {
    SSLEngine engine = CONTEXT.createSSLEngine("localhost", 21);
    engine.setUseClientMode(true);
    engine.setEnabledProtocols(new String[] {version});
    return engine;
  }

  private static TlsChannel server(SocketChannel socket) {
    SSLEngine engine = CONTEXT.createSSLEngine();
    engine.setUseClientMode(false);
    engine.setEnabledCipherSuites(
        new String[] {"TLS_AES_128_GCM_SHA256", "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384"});
    return new TlsChannel(socket, engine);
  }

  private record Ends(TlsChannel client, TlsChannel server) {}
}
