package dev.simpleftp.socket.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.domain.Peer;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;

final class UnverifiedCertificateTest {
  private static final Peer PEER = new Peer("h", 21);
  private static final X509Certificate VALID = TestCertificates.certificate();
  private static final X509Certificate EXPIRED = TestCertificates.certificateOfAnotherHost();

  private final CertificateException byNobody =
      new CertificateException(new CertPathBuilderException("no path"));
  private final CertificateException weak = new CertificateException("MD5 is too weak");

  @Test
  void namesEveryReason() {
    assertThat(new UnverifiedCertificate(PEER, EXPIRED, byNobody, false).why())
        .startsWith("it expired on 20")
        .endsWith("Z and it is self-signed and it is not for the host h");
  }

  @Test
  void namesNoReasonThatIsNone() {
    assertThat(new UnverifiedCertificate(PEER, VALID, byNobody, true).why())
        .isEqualTo("it is self-signed");
    assertThat(new UnverifiedCertificate(PEER, VALID, weak, false).why())
        .isEqualTo("it is not for the host h");
  }

  @Test
  void leavesAnyOtherReasonItsOwnWords() {
    assertThat(new UnverifiedCertificate(PEER, VALID, weak, true).why())
        .isEqualTo("MD5 is too weak");
  }
}
