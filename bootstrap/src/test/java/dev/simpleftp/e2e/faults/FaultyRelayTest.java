package dev.simpleftp.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The relay fails as it is told to, and else carries everything.
@SuppressWarnings("NullAway.Init") // made before each test
class FaultyRelayTest {
  private static final byte[] CONTENT = "0123456789".repeat(10).getBytes(StandardCharsets.US_ASCII);

  private ServerSocket control;
  private ServerSocket data;
  private FaultyRelay relay;

  /// A server that repeats each line, tells where its data port is, and there what it got.
  @BeforeEach
  void serve() throws IOException {
    control = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    data = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    relay = FaultyRelay.to(control.getLocalPort());
    Thread.ofVirtual().start(() -> talk());
    Thread.ofVirtual().start(() -> repeat());
  }

  @AfterEach
  void stop() throws IOException {
    relay.close();
    control.close();
    data.close();
  }

  private void talk() {
    try (Socket client = control.accept()) {
      int port = data.getLocalPort();
      var lines =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String reply =
            switch (line) {
              case "EPSV" -> "229 here (|||" + port + "|)";
              case "PASV" -> "227 here (127,0,0,1," + port / 256 + "," + port % 256 + ")";
              default -> "200 " + line;
            };
        client.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
      }
    } catch (IOException _) {
      // The test is over.
    }
  }

  private void repeat() {
    try (Socket client = data.accept()) {
      client.getOutputStream().write(client.getInputStream().readAllBytes());
    } catch (IOException _) {
      // The test is over.
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"EPSV", "PASV"})
  void leadsDataOverItself(String passive) throws IOException {
    try (Socket client = connect();
        Socket connection = open(client, passive)) {
      assertThat(connection.getPort()).isNotEqualTo(data.getLocalPort());
      assertThat(exchange(connection)).isEqualTo(CONTENT);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRICKLE", "SPLIT", "DELAY"})
  void losesNothingWhereItIsOnlySlow(String kind) throws IOException {
    relay.arm(new Fault(Flow.DATA_UP, Fault.Kind.valueOf(kind), 90));
    try (Socket client = connect();
        Socket connection = open(client, "EPSV")) {
      assertThat(exchange(connection)).isEqualTo(CONTENT);
      assertThat(relay.happened()).isOne();
    }
  }

  @Test
  void endsOneDirectionAtAByte() throws IOException {
    relay.arm(new Fault(Flow.DATA_UP, Fault.Kind.HALF_CLOSE, 7));
    try (Socket client = connect();
        Socket connection = open(client, "EPSV")) {
      assertThat(exchange(connection)).asString(StandardCharsets.US_ASCII).isEqualTo("0123456");
    }
  }

  @Test
  void resetsAtAByte() throws Exception {
    relay.arm(new Fault(Flow.DATA_DOWN, Fault.Kind.RESET, 5));
    try (Socket client = connect();
        Socket connection = open(client, "EPSV")) {
      assertThatThrownBy(() -> exchange(connection)).isInstanceOf(SocketException.class);
    }
  }

  @Test
  void stallsAtAByteUntilItIsReleased() throws Exception {
    relay.arm(new Fault(Flow.DATA_DOWN, Fault.Kind.STALL, 5));
    try (Socket client = connect();
        Socket connection = open(client, "EPSV")) {
      connection.getOutputStream().write(CONTENT);
      connection.shutdownOutput();
      relay.awaitFault();

      assertThat(connection.getInputStream().readNBytes(5)).hasSize(5);
      assertThat(connection.getInputStream().available()).isZero();
      relay.release();
      assertThat(connection.getInputStream().readAllBytes()).hasSize(CONTENT.length - 5);
    }
  }

  @Test
  void dropsTheControlConnectionAfterALine() throws Exception {
    relay.arm(new Fault(Flow.REPLIES, Fault.Kind.DROP, 2));
    try (Socket client = connect()) {
      assertThat(ask(client, "one")).isEqualTo("200 one");
      client.getOutputStream().write("two\r\nthree\r\n".getBytes(StandardCharsets.US_ASCII));
      assertThatThrownBy(() -> client.getInputStream().readAllBytes())
          .isInstanceOf(SocketException.class);
    }
  }

  @Test
  void failsOnceOnlyWhenItIsArmed() throws Exception {
    relay.arm(new Fault(Flow.DATA_UP, Fault.Kind.RESET, 0));
    try (Socket client = connect()) {
      Socket first = open(client, "EPSV");
      assertThatThrownBy(() -> exchange(first)).isInstanceOf(SocketException.class);
      first.close();
      Thread.ofVirtual().start(() -> repeat());

      try (Socket second = open(client, "EPSV")) {
        assertThat(exchange(second)).isEqualTo(CONTENT);
      }
    }
  }

  private Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), relay.port());
  }

  private static byte[] exchange(Socket connection) throws IOException {
    connection.getOutputStream().write(CONTENT);
    connection.shutdownOutput();
    return connection.getInputStream().readAllBytes();
  }

  private static Socket open(Socket client, String passive) throws IOException {
    String reply = ask(client, passive);
    String[] numbers = reply.replaceAll(".*\\(|[|)]", "").split(",", -1);
    int last = Integer.parseInt(numbers[numbers.length - 1]);
    int port = numbers.length == 1 ? last : 256 * Integer.parseInt(numbers[4]) + last;
    return new Socket(InetAddress.getLoopbackAddress(), port);
  }

  private static String ask(Socket client, String line) throws IOException {
    client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    var reply = new StringBuilder();
    for (int octet = client.getInputStream().read(); octet != '\n'; ) {
      reply.append((char) octet);
      octet = client.getInputStream().read();
    }
    return reply.toString().strip();
  }
}
