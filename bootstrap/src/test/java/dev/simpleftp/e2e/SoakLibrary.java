package dev.simpleftp.e2e;

import dev.simpleftp.application.port.in.CopyFile;
import dev.simpleftp.bootstrap.ClientBuilder;
import dev.simpleftp.bootstrap.FtpClient;
import dev.simpleftp.bootstrap.SimpleFtp;
import dev.simpleftp.socket.client.ClientConfig;
import dev.simpleftp.socket.tls.ClientTls;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/// Our own client as a library, a session for each file.
///
/// @param fingerprint of the certificate that is demanded; empty for no TLS
record SoakLibrary(int port, String user, String password, String fingerprint)
    implements SoakClient {
  /// Short, so that a dead line is given up soon.
  private static final ClientConfig LIMITS =
      new ClientConfig(
          Duration.ofSeconds(20),
          Duration.ofSeconds(20),
          Duration.ofSeconds(60),
          Duration.ofSeconds(3),
          Duration.ofSeconds(2));

  private static final CopyFile.Retries RETRIES =
      new CopyFile.Retries(5, Duration.ofMillis(50), Duration.ofSeconds(1));

  @Override
  public void put(Path file, String name) throws IOException {
    try (FtpClient client = connect()) {
      client.put(file, "/" + name);
    }
  }

  @Override
  public void get(String name, Path file) throws IOException {
    try (FtpClient client = connect()) {
      client.get("/" + name, file);
    }
  }

  private FtpClient connect() throws IOException {
    ClientBuilder builder = SimpleFtp.client().user(user, password).limits(LIMITS).retries(RETRIES);
    if (fingerprint.isEmpty()) {
      builder.tls(ClientTls.Mode.NONE);
    } else {
      builder.tls(ClientTls.Mode.REQUIRE).trusting(fingerprint);
    }
    return builder.connect("127.0.0.1", port);
  }
}
