package dev.simpleftp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simpleftp.bootstrap.tls.KeptSelfSigned;
import dev.simpleftp.bootstrap.tls.SelfSigned;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrecautionsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--port 21",
        "--listen 127.0.0.1:21",
        "--tls-self-signed --implicit-tls-port 990",
        "--classroom-port 120"
      })
  void keepRootFromReservedPorts(String words) throws UsageError {
    ServerConfig config = config(words);

    assertThatThrownBy(() -> Precautions.refuseRoot(config, "root"))
        .isInstanceOf(UsageError.class)
        .hasMessageContainingAll("Root", "CAP_NET_BIND_SERVICE", "--allow-root");
    Precautions.refuseRoot(config, "ftp");
    Precautions.refuseRoot(config(words + " --allow-root"), "root");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--port 0",
        "--port 1024",
        "--listen 127.0.0.1:2121",
        "--classroom-port 0",
        "--classroom-port 1024"
      })
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
        .contains("others may read " + file, "chmod go-rw");
  }

  @ParameterizedTest
  @ValueSource(strings = {"users", "tls-key", "tls-password-file", "tls-cert"})
  void warnOfASecretThatItsGroupMayRead(String option) throws Exception {
    Path file = file("rw-r-----");

    assertThat(warnings("--" + option, file.toString()))
        .singleElement()
        .asString()
        .contains("its group may read " + file, "chmod go-rw");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"users", "tls-key", "tls-password-file", "tls-cert", "tls-client-ca", "config"})
  void warnOfAFileThatOthersMayChange(String option) throws Exception {
    Path file = file("rw-----w-");

    assertThat(warnings("--" + option, file.toString()))
        .singleElement()
        .asString()
        .contains("others may change " + file, "chmod go-w");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"users", "tls-key", "tls-password-file", "tls-cert", "tls-client-ca", "config"})
  void warnOfAFileThatItsGroupMayChange(String option) throws Exception {
    Path file = file("rw--w----");

    assertThat(warnings("--" + option, file.toString()))
        .singleElement()
        .asString()
        .contains("its group may change " + file, "chmod go-w");
  }

  @Test
  void warnOfAKeyOfOurOwnThatItsGroupMayReadOrChange() throws Exception {
    var kept = new KeptSelfSigned(folder, SelfSigned.forLoopback());
    var tls = new TlsOptions(Optional.of(TlsSetup.of(kept)));
    kept.load();
    assertThat(Precautions.warnings(arguments("--tls-self-signed"), tls)).isEmpty();

    Files.setPosixFilePermissions(kept.file(), PosixFilePermissions.fromString("rw-rw----"));

    assertThat(Precautions.warnings(arguments("--tls-self-signed"), tls))
        .satisfiesExactly(
            read -> assertThat(read).contains("its group may read " + kept.file()),
            change -> assertThat(change).contains("its group may change " + kept.file()));
  }

  @Test
  void leaveACertificateAloneThatHasItsKeyElsewhere() throws Exception {
    String certificate = file("rw-r--r--").toString();
    Path key = file("rw-------");

    assertThat(warnings("--tls-cert", certificate, "--tls-key", key.toString())).isEmpty();
  }

  @Test
  void leaveFilesAloneThatOnlyTheirOwnerMayUse() throws Exception {
    String file = file("rw-------").toString();

    assertThat(warnings("--users", file, "--tls-key", file)).isEmpty();
  }

  @Test
  void leaveFilesAloneThatHoldNoSecretAndOnlyTheirOwnerMayChange() throws Exception {
    String file = file("rw-r--r--").toString();

    assertThat(warnings("--config", file, "--tls-client-ca", file)).isEmpty();
  }

  private Path file(String permissions) throws IOException {
    Path file = Files.createTempFile(folder, "file", "");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  private static ServerConfig config(String words) throws UsageError {
    return ServerOptions.read(arguments(words.split(" ", -1)));
  }

  private static List<String> warnings(String... words) throws UsageError {
    return Precautions.warnings(arguments(words), TlsOptions.OFF);
  }

  private static Arguments arguments(String... words) throws UsageError {
    return Arguments.parse(ServerOptions.options(), List.of(words), 0);
  }
}
