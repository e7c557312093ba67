package dev.simpleftp.socket.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.socket.server.FtpWire;
import dev.simpleftp.socket.server.SecureClient;
import dev.simpleftp.socket.server.ServerFixture;
import dev.simpleftp.socket.tls.TlsChannel;
import dev.simpleftp.socket.tls.TlsPolicy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Half a file that is taken for a whole one (CWE-345, CWE-354): the end of a TCP connection can be
/// forged by anybody on the way, and peers took it for the end of the file although TLS had not
/// said so. R3, F16.
class TruncationTest {

  @ParameterizedTest
  @CsvSource({
    "TLSv1.2, NOOP, STOR f",
    "TLSv1.3, NOOP, STOR f",
    "TLSv1.2, NOOP, APPE f",
    "TLSv1.3, NOOP, APPE f",
    "TLSv1.3, REST 1, STOR f"
  })
  void f16KeepsTheOldFileWhenTheEndOfDataWasCutOff(String version, String before, String command)
      throws IOException {
    var client = new SecureClient(version);
    try (var server = ServerFixture.overMemory(TlsPolicy.OPTIONAL);
        FtpWire wire = client.login(server)) {
      server.put("/f", "old");
      SecureClient.protect(wire);
      try (SocketChannel data = SecureClient.openData(wire)) {
        wire.send(before).read();
        wire.send(command).expect(150);
        TlsChannel tls = client.secure(data, wire);
        tls.write(ByteBuffer.wrap("ne".getBytes(UTF_8)));
      }
      assertThat(wire.expect(426).text()).contains("close_notify");
      assertThat(server.content("/f")).contains("old");
    }
  }
}
