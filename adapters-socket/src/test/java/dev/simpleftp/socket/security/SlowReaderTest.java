package dev.simpleftp.socket.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import dev.simpleftp.socket.server.FtpWire;
import dev.simpleftp.socket.server.ServerFixture;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Clients that ask and do not read the answer (CWE-400, CWE-772): servers kept file, buffers and
/// session as long as the client liked. R21, F42.
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
class SlowReaderTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(200);

  @Test
  void closesASessionWhoseRepliesNobodyReads() throws IOException {
    byte[] questions = "FEAT\r\nHELP\r\n".repeat(100).getBytes(UTF_8);
    try (var server = ServerFixture.overMemory(ServerFixture.times(LONG, LONG, SHORT));
        FtpWire wire = server.login()) {
      assertThatThrownBy(
              () -> {
                while (true) {
                  wire.sendRaw(questions);
                }
              })
          .isInstanceOf(IOException.class);
      try (FtpWire other = server.login()) {
        other.send("NOOP").expect(200);
      }
    }
  }

  @Test
  void cutsADownloadThatNobodyReads() throws IOException {
    try (var server = ServerFixture.overMemory(ServerFixture.times(LONG, LONG, SHORT));
        FtpWire wire = server.login()) {
      server.put("/big", "0123456789abcdef".repeat(2 * 1024 * 1024));
      try (Socket _ = wire.openData()) {
        wire.send("RETR big").expect(150);
        wire.expect(426);
      }
      wire.send("NOOP").expect(200);
    }
  }
}
