package dev.simpleftp.bootstrap.tls;

import static java.nio.file.attribute.PosixFilePermission.OWNER_EXECUTE;
import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simpleftp.socket.tls.Validity;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Certificates of our own: fresh ones, and one that is kept.
class SelfSignedTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final InetAddress ADDRESS = InetAddress.ofLiteral("192.0.2.7");

  @TempDir Path folder;

  @Test
  void namesTheHostsAndAddressesItIsFor() throws Exception {
    X509Certificate made = at(NOW).load().certificate();

    assertThat(made.getSubjectAlternativeNames())
        .extracting(name -> String.valueOf(name.get(1)))
        .containsExactly("localhost", "ftp.example", "192.0.2.7");
    assertThat(made.getPublicKey().getAlgorithm()).isEqualTo("EC");
    made.verify(made.getPublicKey());
  }

  @Test
  void livesNoLongerThanClientsTake() throws Exception {
    Validity validity = Validity.of(at(NOW).load().certificate());

    assertThat(validity.from()).isBefore(NOW);
    assertThat(validity.until()).isAfter(NOW.plus(Duration.ofDays(800)));
    assertThat(Duration.between(validity.from(), validity.until()))
        .isLessThanOrEqualTo(Duration.ofDays(825));
  }

  @Test
  void isMadeOnceAndKept() throws IOException {
    ServerCertificate first = keptAt(NOW).load();

    assertThat(keptAt(NOW.plus(Duration.ofDays(700))).load()).isEqualTo(first);
  }

  @Test
  void isMadeAnewWhenItEndsSoon() throws IOException {
    ServerCertificate first = keptAt(NOW).load();
    Instant later = NOW.plus(Duration.ofDays(800));

    ServerCertificate second = keptAt(later).load();

    assertThat(second).isNotEqualTo(first);
    assertThat(keptAt(later).load()).isEqualTo(second);
  }

  @Test
  void isReadableByItsOwnerAlone() throws IOException {
    keptAt(NOW).load();

    assertThat(Files.getPosixFilePermissions(directory().resolve(KeptSelfSigned.FILE)))
        .containsExactlyInAnyOrder(OWNER_READ, OWNER_WRITE);
    assertThat(Files.getPosixFilePermissions(directory()))
        .containsExactlyInAnyOrder(OWNER_READ, OWNER_WRITE, OWNER_EXECUTE);
  }

  @Test
  void liesBesideItsKeyWithoutItForClients() throws IOException {
    ServerCertificate made = keptAt(NOW).load();
    Path forClients = directory().resolve(KeptSelfSigned.FOR_CLIENTS);

    assertThat(CertificateFiles.issuers(forClients, "--any")).isEqualTo(made.chain());
    assertThat(PemFile.parse(forClients, Files.readAllBytes(forClients)).key(KeyPassword.NONE))
        .isEqualTo(Optional.empty());
  }

  @Test
  void saysWhereItCannotBeKept() throws IOException {
    Files.writeString(folder.resolve("state"), "a file");

    assertThatThrownBy(keptAt(NOW)::load)
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll(directory().toString(), "XDG_STATE_HOME");
  }

  private KeptSelfSigned keptAt(Instant now) {
    return new KeptSelfSigned(directory(), at(now));
  }

  private static SelfSigned at(Instant now) {
    return new SelfSigned(List.of("localhost", "ftp.example"), List.of(ADDRESS), () -> now);
  }

  private Path directory() {
    return folder.resolve("state/simpleftp");
  }
}
