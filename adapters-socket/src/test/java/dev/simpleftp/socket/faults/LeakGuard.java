package dev.simpleftp.socket.faults;

import dev.simpleftp.socket.server.FtpWire;
import dev.simpleftp.socket.server.ServerFixture;
import java.io.IOException;
import java.net.Socket;
import java.util.Objects;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Fails a test that leaves threads of a server or open descriptors behind two seconds after its
/// end.
public final class LeakGuard implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback {
  private static final ExtensionContext.Namespace SPACE =
      ExtensionContext.Namespace.create(LeakGuard.class);

  /// The first session of all opens what the virtual machine keeps open.
  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    try (var server = ServerFixture.overMemory();
        FtpWire wire = server.login();
        Socket data = wire.openData()) {
      wire.send("NLST").expect(150);
      data.getInputStream().readAllBytes();
      wire.expect(226);
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    context.getStore(SPACE).put(Footprint.class, Footprint.now());
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Footprint before = context.getStore(SPACE).get(Footprint.class, Footprint.class);
    Objects.requireNonNull(before).awaitAgain();
  }
}
