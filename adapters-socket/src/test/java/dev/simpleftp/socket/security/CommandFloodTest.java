package dev.simpleftp.socket.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import dev.simpleftp.socket.server.FtpWire;
import dev.simpleftp.socket.server.SecureClient;
import dev.simpleftp.socket.server.ServerFixture;
import dev.simpleftp.socket.tls.TlsPolicy;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// More commands than are read ahead, while a transfer stands still (CWE-400, CWE-835): a thread
/// that looks at its connection again and again without taking what is there keeps its processor
/// from all others. R22, F42.
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
class CommandFloodTest {
  private static final int FLOODS = 2 * Runtime.getRuntime().availableProcessors() + 1;
  private static final byte[] COMMANDS = "PWD\r\n".repeat(3000).getBytes(UTF_8);

  @Test
  void keepsNobodyElseWaiting() throws IOException {
    var client = new SecureClient("TLSv1.3");
    List<Closeable> open = new ArrayList<>();
    try (var server = ServerFixture.overMemory(TlsPolicy.OPTIONAL)) {
      server.put("/big", "0123456789abcdef".repeat(1024 * 1024));
      for (int i = 0; i < FLOODS; i++) {
        FtpWire wire = client.login(server);
        open.add(wire);
        SecureClient.protect(wire);
        SocketChannel data = SecureClient.openData(wire);
        open.add(data);
        wire.send("RETR big").expect(150);
        client.secure(data, wire);
        wire.sendRaw(COMMANDS);
      }
      try (FtpWire other = server.login()) {
        other.send("NOOP").expect(200);
      }
      for (Closeable connection : open.reversed()) {
        connection.close();
      }
    }
  }
}
