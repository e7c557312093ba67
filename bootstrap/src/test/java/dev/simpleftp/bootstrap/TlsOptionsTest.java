package dev.simpleftp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simpleftp.bootstrap.tls.ServerCertificate;
import dev.simpleftp.bootstrap.tls.TestKeys;
import dev.simpleftp.socket.tls.TlsPolicy;
import dev.simpleftp.socket.tls.TlsPolicy.ClientCertificate;
import dev.simpleftp.socket.tls.TlsPolicy.DataSession;
import dev.simpleftp.socket.tls.TlsPolicy.Demand;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.cli.Options;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the options on TLS mean, and which of them do not go together.
@SuppressWarnings("NullAway.Init") // made before each test
class TlsOptionsTest {
  @TempDir Path folder;

  private KeyPair pair;
  private String certificate;
  private String key;

  @BeforeEach
  void makeCertificate() throws Exception {
    pair = TestKeys.pair("EC");
    Path own = folder.resolve("cert.pem");
    certificate = TestKeys.write(own, TestKeys.certificate(pair, "own")).toString();
    key = TestKeys.write(folder.resolve("key.pem"), TestKeys.pkcs8(pair.getPrivate())).toString();
  }

  @Test
  void areOffWithoutACertificate() throws UsageError {
    assertThat(read().setup()).isEmpty();
    assertThat(read("--tls", "none").setup()).isEmpty();
  }

  @Test
  void offerTlsAsSoonAsThereIsACertificate() throws Exception {
    TlsSetup setup = withCertificate().setup().orElseThrow();

    assertThat(setup.policy()).isEqualTo(TlsPolicy.OPTIONAL);
    assertThat(setup.implicitPort()).isEmpty();
    assertThat(setup.load().certificate().key()).isEqualTo(pair.getPrivate());
  }

  @Test
  void offerTlsWithACertificateOfOurOwn() throws Exception {
    TlsSetup setup = read("--tls-self-signed").setup().orElseThrow();

    assertThat(folder.resolve("state")).doesNotExist();
    assertThat(setup.load().certificate().certificate().getSubjectAlternativeNames())
        .extracting(name -> String.valueOf(name.get(1)))
        .containsExactly("localhost", "ftp.example", "127.0.0.1");
    assertThat(folder.resolve("state")).isDirectory();
  }

  @Test
  void keepACertificateOfOurOwnWhileTheServerRuns() throws Exception {
    TlsSetup setup = read("--tls-self-signed").setup().orElseThrow();
    ServerCertificate shown = setup.load().certificate();
    Files.delete(folder.resolve("state/tls-key-and-certificate.pem"));

    assertThat(setup.reload(shown).certificate()).isEqualTo(shown);
    assertThat(folder.resolve("state/tls-key-and-certificate.pem")).doesNotExist();
    assertThat(setup.load().certificate()).isNotEqualTo(shown);
  }

  @Test
  void takeARenewedCertificateWhileTheServerRuns() throws Exception {
    TlsSetup setup = withCertificate().setup().orElseThrow();
    ServerCertificate shown = setup.load().certificate();
    X509Certificate renewed = TestKeys.certificate(pair, "renewed");
    TestKeys.write(Path.of(certificate), renewed);

    assertThat(setup.reload(shown).certificate().certificate()).isEqualTo(renewed);
  }

  @Test
  void canBeSwitchedOffInSpiteOfACertificate() throws UsageError {
    assertThat(withCertificate("--tls", "none").setup()).isEmpty();
  }

  @Test
  void setWhatIsAskedOfClients() throws Exception {
    TlsSetup setup =
        withCertificate(
                "--tls",
                "required",
                "--tls-client-auth",
                "need",
                "--tls-client-ca",
                certificate,
                "--tls-client-login",
                "--tls-data-session",
                "require",
                "--implicit-tls-port",
                "990")
            .setup()
            .orElseThrow();

    assertThat(setup.policy().demand()).isEqualTo(Demand.REQUIRED);
    assertThat(setup.policy().clientCertificate()).isEqualTo(ClientCertificate.NEED);
    assertThat(setup.policy().users().of(TestKeys.certificate(pair, "bob"))).contains("bob");
    assertThat(setup.policy().dataSession()).isEqualTo(DataSession.REQUIRE);
    assertThat(setup.implicitPort()).contains(990);
  }

  @Test
  void takeThePasswordFromTheEnvironment() throws Exception {
    TestKeys.write(Path.of(key), TestKeys.pkcs8(pair.getPrivate(), "secret"));

    var around = around(Map.of("SIMPLEFTP_TLS_PASSWORD", "secret"));

    assertThat(TlsOptions.read(arguments("--tls-cert", certificate, "--tls-key", key), around))
        .extracting(TlsOptions::setup)
        .isNotEqualTo(Optional.empty());
    assertThatThrownBy(this::withCertificate)
        .isInstanceOf(UsageError.class)
        .hasMessageContaining("is encrypted");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--tls optional            | --tls optional needs a certificate",
        "--tls required            | --tls required needs a certificate",
        "--tls never               | choose one of none, optional, required",
        "--tls-key key.pem         | --tls-key needs the certificate",
        "--implicit-tls-port 990   | --implicit-tls-port means something with TLS only",
        "--tls-client-auth need    | --tls-client-auth means something with TLS only",
        "--tls-client-login        | --tls-client-login means something with TLS only",
        "--tls-self-signed --tls-client-login | means nothing while no client is asked",
        "--tls-data-session off    | --tls-data-session means something with TLS only",
        "--tls-self-signed --tls-client-auth want | add --tls-client-ca FILE",
        "--tls-self-signed --tls-client-ca ca.pem | add --tls-client-auth want or need",
        "--tls-self-signed --implicit-tls-port 65536 | give a number from 0 to 65535",
        "--tls-self-signed --tls-cert a | cannot be used together",
        "--tls-self-signed --tls none --implicit-tls-port 990 | with TLS only",
        "--tls-cert missing.pem    | does not exist"
      })
  void refuseWhatDoesNotGoTogether(String words, String sentence) {
    assertThatThrownBy(() -> read(words.split(" ", -1)))
        .isInstanceOf(UsageError.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void nameTheFilesToWatch() throws UsageError {
    assertThat(TlsOptions.files(arguments("--tls-cert", certificate, "--tls-key", key)))
        .containsExactly(Path.of(certificate), Path.of(key));
    assertThat(TlsOptions.files(arguments("--tls-self-signed"))).isEmpty();
  }

  private TlsOptions withCertificate(String... more) throws UsageError {
    List<String> words = new ArrayList<>(List.of("--tls-cert", certificate, "--tls-key", key));
    words.addAll(List.of(more));
    return read(words.toArray(String[]::new));
  }

  private TlsOptions read(String... words) throws UsageError {
    return TlsOptions.read(arguments(words), around(Map.of()));
  }

  private TlsOptions.Surroundings around(Map<String, String> variables) {
    return new TlsOptions.Surroundings(
        variables,
        folder.resolve("state"),
        List.of(
            new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 2121),
            new InetSocketAddress(InetAddress.ofLiteral("0.0.0.0"), 2121)),
        Optional.of("ftp.example"));
  }

  private static Arguments arguments(String... words) throws UsageError {
    var options = new Options();
    TlsOptions.add(options);
    return Arguments.parse(options, List.of(words), 0);
  }
}
