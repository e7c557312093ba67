package dev.simpleftp.bootstrap;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A server for JUnit tests.
///
/// In a static field marked `@RegisterExtension` one server serves all tests of the class; in an
/// instance field each test gets a fresh one.
public final class SimpleFtpExtension
    implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
  private final ServerBuilder builder;
  private @Nullable RunningServer server;
  private boolean forWholeClass;

  private SimpleFtpExtension(ServerBuilder builder) {
    this.builder = builder;
  }

  /// Starts what this builder describes.
  public static SimpleFtpExtension of(ServerBuilder builder) {
    return new SimpleFtpExtension(builder);
  }

  /// The server of the running test.
  public RunningServer server() {
    if (server == null) {
      throw new IllegalStateException(
          "No test is running; put the extension into a field marked @RegisterExtension.");
    }
    return server;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    server = builder.start();
    forWholeClass = true;
  }

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    if (!forWholeClass) {
      server = builder.start();
    }
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    if (!forWholeClass) {
      stop();
    }
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    stop();
  }

  private void stop() throws IOException {
    RunningServer stopping = server;
    server = null;
    if (stopping != null) {
      stopping.close();
    }
  }
}
