package dev.simpleftp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrecautionsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {"--port 21", "--listen 127.0.0.1:21", "--tls-self-signed --implicit-tls-port 990"})
  void keepRootFromReservedPorts(String words) throws UsageError {
    ServerConfig config = config(words);

    assertThatThrownBy(() -> Precautions.refuseRoot(config, "root"))
        .isInstanceOf(UsageError.class)
        .hasMessageContainingAll("Root", "CAP_NET_BIND_SERVICE", "--allow-root");
    Precautions.refuseRoot(config, "ftp");
    Precautions.refuseRoot(config(words + " --allow-root"), "root");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--port 0", "--port 1024", "--listen 127.0.0.1:2121"})
  void letRootListenElsewhere(String words) throws UsageError {
    ServerConfig config = config(words);

    assertThat(config.network().allowsRoot()).isFalse();
    Precautions.refuseRoot(config, "root");
  }

  @ParameterizedTest
  @ValueSource(strings = {"users", "tls-key", "tls-password-file", "tls-cert"})
  void warnOfASecretThatOthersMayRead(String option) throws Exception {
    Path file = file("rw-r--r--");

    assertThat(warnings("--" + option, file.toString()))
        .singleElement()
        .asString()
        .contains(file.toString(), "chmod 600");
  }

  @ParameterizedTest
  @ValueSource(strings = {"users", "tls-key", "tls-password-file", "tls-cert", "config"})
  void warnOfAFileThatOthersMayChange(String option) throws Exception {
    Path file = file("rw----rw-");

    assertThat(warnings("--" + option, file.toString()))
        .anyMatch(warning -> warning.contains("chmod go-w"));
  }

  @Test
  void leaveACertificateAloneThatHasItsKeyElsewhere() throws Exception {
    String certificate = file("rw-r--r--").toString();
    Path key = file("rw-------");

    assertThat(warnings("--tls-cert", certificate, "--tls-key", key.toString())).isEmpty();
  }

  @Test
  void leaveFilesAloneThatOnlyTheirGroupMayRead() throws Exception {
    String file = file("rw-r-----").toString();

    assertThat(warnings("--users", file, "--tls-key", file)).isEmpty();
    assertThat(warnings("--config", file("rw-r--r--").toString())).isEmpty();
  }

  private Path file(String permissions) throws IOException {
    Path file = Files.createTempFile(folder, "file", "");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  private static ServerConfig config(String words) throws UsageError {
    return ServerOptions.read(arguments(words.split(" ", -1)));
  }

  private static List<String> warnings(String... words) throws UsageError {
    return Precautions.warnings(arguments(words));
  }

  private static Arguments arguments(String... words) throws UsageError {
    return Arguments.parse(ServerOptions.options(), List.of(words), 0);
  }
}
