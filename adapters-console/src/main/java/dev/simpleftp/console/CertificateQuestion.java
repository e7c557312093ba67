package dev.simpleftp.console;

import dev.simpleftp.console.terminal.Screen;
import dev.simpleftp.domain.ConnectionFailed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Asks whether a certificate is to be trusted that no authority vouches for, and remembers the
/// answer. Where nobody can be asked the answer is no.
///
/// Servers are named `HOST:PORT`, the host in lower case. Thread-safe.
public final class CertificateQuestion {
  private final ProtocolTranscript transcript;
  private final KnownCertificates known;
  private final Set<String> trusted;
  private final Map<String, String> once = new ConcurrentHashMap<>();
  private final Set<String> refused = ConcurrentHashMap.newKeySet();

  /// @param transcript knows the screen
  /// @param file keeps what is trusted for good
  /// @param trusted fingerprints that are trusted whoever shows them
  public CertificateQuestion(ProtocolTranscript transcript, Path file, Set<String> trusted) {
    this.transcript = transcript;
    this.known = new KnownCertificates(file);
    this.trusted = Set.copyOf(trusted);
  }

  /// A certificate as people look at it.
  ///
  /// @param subject whom it is for
  /// @param issuer who says so
  /// @param validity from when until when
  /// @param fingerprint SHA-256, in the one form that is used everywhere
  /// @param why it is not verified, such as `it is self-signed`
  public record Shown(
      String subject, String issuer, String validity, String fingerprint, String why) {}

  /// Whether it is trusted so far.
  public boolean isTrusted(String server, String fingerprint) throws IOException {
    return trusted.contains(fingerprint) || known(server).filter(fingerprint::equals).isPresent();
  }

  /// Whether a certificate of this server was trusted before, or may be the one that was named.
  public boolean isKnown(String server) throws IOException {
    return !trusted.isEmpty() || known(server).isPresent();
  }

  /// Decides about a certificate that is not trusted so far.
  ///
  /// @throws ConnectionFailed when it stays so
  public synchronized void decide(String server, Shown certificate) throws IOException {
    Optional<String> before = known(server);
    if (before.isPresent()) {
      throw changed(server, before.get(), certificate.fingerprint());
    }
    Optional<Screen> screen = transcript.screen().filter(Screen::interactive);
    if (screen.isEmpty()) {
      throw untrusted(
          server,
          certificate,
          "If it is right, --trust " + certificate.fingerprint() + " says so.");
    }
    String asked = server + " " + certificate.fingerprint();
    if (refused.contains(asked) || !isTrustedBy(screen.get(), server, certificate)) {
      refused.add(asked);
      throw untrusted(server, certificate, "You do not trust it.");
    }
  }

  private Optional<String> known(String server) throws IOException {
    String accepted = once.get(server);
    return accepted == null ? known.find(server) : Optional.of(accepted);
  }

  private boolean isTrustedBy(Screen screen, String server, Shown certificate) throws IOException {
    screen.line("The certificate of " + server + " cannot be verified: " + certificate.why + ".");
    screen.line("  subject: " + certificate.subject);
    screen.line("  issuer:  " + certificate.issuer);
    screen.line("  valid:   " + certificate.validity);
    screen.line("  SHA-256: " + certificate.fingerprint);
    while (true) {
      String answer =
          screen
              .ask("Trust it? [o]nce, [a]lways, [n]o: ")
              .map(typed -> typed.strip().toLowerCase(Locale.ROOT))
              .orElse("n");
      switch (answer) {
        case "o", "once" -> {
          once.put(server, certificate.fingerprint);
          return true;
        }
        case "a", "always" -> {
          known.add(server, certificate.fingerprint);
          return true;
        }
        case "n", "no" -> {
          return false;
        }
        default -> {
          // Asked again.
        }
      }
    }
  }

  private static ConnectionFailed untrusted(String server, Shown certificate, String end) {
    return ConnectionFailed.ofSession(
        "The certificate of %s cannot be verified: %s. %s".formatted(server, certificate.why, end));
  }

  private ConnectionFailed changed(String server, String before, String now) {
    return ConnectionFailed.ofSession(
        ("WARNING: the certificate of %s is another than before, and somebody may stand between:"
                + " known is %s, shown is %s. Ask who runs the server; if it was renewed, remove its"
                + " line from %s.")
            .formatted(server, before, now, known.file()));
  }
}
