package dev.simpleftp.bootstrap;

import dev.simpleftp.socket.tls.ControlTls.NotOurSession;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.net.ssl.SSLException;

/// Why TLS did not come about, in the words of whoever runs the server.
final class TlsTrouble {
  private static final String NOT_TRUSTED =
      "the client does not trust the certificate: let it accept the fingerprint, or give the server"
          + " a certificate of an issuer that it knows";
  private static final String TOO_OLD =
      "the client knows no version of TLS from 1.2 on: bring it up to date";
  private static final String NO_CIPHER =
      "the client has no cipher in common with the server: bring it up to date";
  private static final String OTHER_PROTOCOL =
      "the client asks for another protocol than FTP (ALPN): let it connect to a server of that"
          + " protocol, or switch ALPN off in it";
  private static final String STRANGE_CERTIFICATE =
      "the certificate of the client was not issued by those of --tls-client-ca, or is no longer"
          + " valid: give the client another";

  private static final String NO_CLOSE_NOTIFY = "ended without the close_notify";

  /// What the JDK says, in part, and what that means; the first that fits counts.
  private static final List<Map.Entry<String, String>> MEANINGS =
      List.of(
          Map.entry("alert: unknown_ca", NOT_TRUSTED),
          Map.entry("alert: bad_certificate", NOT_TRUSTED),
          Map.entry("alert: certificate_", NOT_TRUSTED),
          Map.entry("alert: protocol_version", TOO_OLD),
          Map.entry("client requested protocol", TOO_OLD),
          Map.entry("not enabled or supported", TOO_OLD),
          Map.entry("no cipher suites in common", NO_CIPHER),
          Map.entry("alert: handshake_failure", NO_CIPHER),
          Map.entry("application layer protocol", OTHER_PROTOCOL),
          Map.entry("alert: no_application_protocol", OTHER_PROTOCOL),
          Map.entry(
              "empty client certificate chain",
              "the client shows no certificate: give it one of an issuer in --tls-client-ca, or run"
                  + " with --tls-client-auth want"),
          Map.entry("pkix path", STRANGE_CERTIFICATE),
          Map.entry("certificate expired", STRANGE_CERTIFICATE),
          Map.entry(
              "unrecognized ssl message",
              "the client does not speak TLS here: switch explicit TLS (AUTH TLS) on in it, or let"
                  + " it connect to the other port"));

  private TlsTrouble() {}

  /// One clause with cause and remedy.
  static String reason(IOException cause) {
    return switch (cause) {
      case NotOurSession _ ->
          "the data connection does not resume the TLS session: switch session reuse on in the"
              + " client, or run with --tls-data-session prefer";
      case SocketTimeoutException _ ->
          "the client did not finish the handshake in time: look at the network between";
      case EOFException e when said(e).contains(NO_CLOSE_NOTIFY) ->
          "the client ended the connection without the close_notify of TLS: bring it up to date, or"
              + " switch its TLS shutdown on";
      case EOFException _ ->
          "the client left during the handshake: most often it does not trust the certificate";
      case SSLException e -> meaning(said(e));
      default ->
          said(cause).isEmpty() ? "the connection broke: look at the network between" : said(cause);
    };
  }

  /// Empty where the exception says nothing.
  private static String said(IOException cause) {
    return Objects.requireNonNullElse(cause.getMessage(), "");
  }

  private static String meaning(String said) {
    String text = said.toLowerCase(Locale.ROOT);
    return MEANINGS.stream()
        .filter(meaning -> text.contains(meaning.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(
            said.isEmpty()
                ? "the two sides cannot agree: bring the client up to date"
                : "the two sides cannot agree: " + said);
  }
}
