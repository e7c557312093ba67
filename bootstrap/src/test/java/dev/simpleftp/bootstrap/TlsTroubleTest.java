package dev.simpleftp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TlsTroubleTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(unknown_ca) Received fatal alert: unknown_ca                 | does not trust",
        "Received fatal alert: certificate_unknown                     | does not trust",
        "Client requested protocol TLSv1 is not enabled or supported   | from 1.2 on",
        "no cipher suites in common                                    | no cipher in common",
        "No matching application layer protocol values                 | switch ALPN off",
        "Received fatal alert: no_application_protocol                 | switch ALPN off",
        "Empty client certificate chain                                | shows no certificate",
        "PKIX path validation failed: something                        | --tls-client-ca",
        "Unsupported or unrecognized SSL message                       | AUTH TLS",
        "something else                                                | something else"
      })
  void tellsWhatTheWordsOfTheJdkMean(String said, String told) {
    assertThat(TlsTrouble.reason(new SSLHandshakeException(said))).contains(told);
  }

  @Test
  void tellsApartSilenceAndFlight() {
    assertThat(TlsTrouble.reason(new SocketTimeoutException())).contains("in time");
    assertThat(TlsTrouble.reason(new EOFException())).contains("left during the handshake");
  }

  @Test
  void tellsAnEndThatWasNotSaidFromALeave() {
    var cut = new EOFException("The connection ended without the close_notify of TLS.");

    assertThat(TlsTrouble.reason(cut))
        .isEqualTo(
            "the client ended the connection without the close_notify of TLS: bring it up to date,"
                + " or switch its TLS shutdown on");
  }

  @ParameterizedTest
  @MethodSource("speechless")
  void findsWordsForWhatHasNone(IOException speechless) {
    assertThat(TlsTrouble.reason(speechless)).doesNotContain("null").contains(": ");
  }

  static List<IOException> speechless() {
    return List.of(
        new SSLException((String) null),
        new IOException(),
        new ClosedChannelException(),
        new EOFException(),
        new SocketTimeoutException());
  }

  @Test
  void repeatsWhatNeedsNoMeaning() {
    assertThat(TlsTrouble.reason(new IOException("There were commands in clear.")))
        .isEqualTo("There were commands in clear.");
    assertThat(TlsTrouble.reason(new SSLException("odd"))).endsWith("odd");
  }
}
