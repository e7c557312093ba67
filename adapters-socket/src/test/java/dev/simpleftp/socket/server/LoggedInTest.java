package dev.simpleftp.socket.server;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// The ground of tests that need a session and a file that no socket buffer holds whole.
@SuppressWarnings("NullAway.Init") // made before each test
abstract class LoggedInTest {
  static final String BIG = "0123456789abcdef".repeat(2 * 1024 * 1024);

  ServerFixture server;
  FtpWire wire;

  @BeforeEach
  void logIn() throws IOException {
    server = ServerFixture.overMemory();
    server.put("/big", BIG);
    server.put("/old", "old");
    wire = server.login();
  }

  @AfterEach
  void leave() throws IOException {
    wire.close();
    server.close();
  }
}
