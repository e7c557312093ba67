package dev.simpleftp.socket.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simpleftp.domain.Peer;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Which certificates count that no authority vouches for.
class PeerTrustTest {
  private static final X509Certificate KNOWN = TestCertificates.certificate();
  private static final X509Certificate OTHER = TestCertificates.certificateOfAnotherHost();
  private static final String KEY = "EC";

  private SSLEngine engine;

  @BeforeEach
  void makeEngine() throws GeneralSecurityException {
    engine = SSLContext.getDefault().createSSLEngine("localhost", 21);
  }

  @Test
  void takesOneWithAKnownFingerprint() throws Exception {
    PeerTrust trust = trusting(KNOWN);

    trust.checkServerTrusted(chain(KNOWN), KEY, engine);
    trust.checkServerTrusted(chain(KNOWN), KEY, engine);

    assertThat(trust.byFingerprint()).isTrue();
  }

  /// Anybody can show the certificate of somebody else, but only behind his own.
  @Test
  void refusesAStrangerWithAKnownCertificateBehindHisOwn() throws Exception {
    PeerTrust trust = trusting(KNOWN);

    assertThatThrownBy(() -> trust.checkServerTrusted(chain(OTHER, KNOWN), KEY, engine))
        .isInstanceOf(CertificateException.class)
        .hasCauseInstanceOf(UnverifiedCertificate.class);
  }

  @Test
  void staysWithTheCertificateThatTheSessionBeganWith() throws Exception {
    PeerTrust trust = trusting(KNOWN, OTHER);
    trust.checkServerTrusted(chain(KNOWN), KEY, engine);

    assertThatThrownBy(() -> trust.checkServerTrusted(chain(OTHER), KEY, engine))
        .isInstanceOf(CertificateException.class)
        .hasCauseInstanceOf(UnverifiedCertificate.class);
  }

  private static PeerTrust trusting(X509Certificate... known) throws GeneralSecurityException {
    List<Fingerprint> fingerprints = Stream.of(known).map(Fingerprint::of).toList();
    return new PeerTrust(
        new Peer("localhost", 21),
        Authorities.OF_THIS_MACHINE.verifier(),
        CertificateTrust.only(fingerprints));
  }

  private static X509Certificate[] chain(X509Certificate... certificates) {
    return certificates;
  }
}
