package dev.simpleftp.bootstrap;

import dev.simpleftp.console.ServerLog;
import dev.simpleftp.socket.tls.Validity;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;

/// Warns when the certificate of the server ends soon: at once, and then once a day.
///
/// Belongs to one thread.
final class CertificateEnd {
  private static final Duration SOON = Duration.ofDays(30);
  private static final Duration PAUSE = Duration.ofDays(1);

  private final Supplier<Optional<X509Certificate>> certificates;
  private final InstantSource clock;
  private final ServerLog log;
  private final boolean madeHere;
  private Optional<X509Certificate> known = Optional.empty();
  private Instant next = Instant.MIN;

  /// @param certificates tells which is in use
  /// @param madeHere whether the next start makes another
  CertificateEnd(
      Supplier<Optional<X509Certificate>> certificates,
      InstantSource clock,
      ServerLog log,
      boolean madeHere) {
    this.certificates = certificates;
    this.clock = clock;
    this.log = log;
    this.madeHere = madeHere;
  }

  /// Called every now and then.
  void look() {
    Instant now = clock.instant();
    Optional<X509Certificate> current = certificates.get();
    if (current.isPresent() && (now.compareTo(next) >= 0 || !current.equals(known))) {
      next = now.plus(PAUSE);
      warn(Validity.of(current.get()).until(), now);
    }
    known = current;
  }

  private void warn(Instant end, Instant now) {
    if (end.isAfter(now.plus(SOON))) {
      return;
    }
    String what =
        end.isAfter(now)
            ? "the certificate ends on %s, in %d days".formatted(day(end), daysUntil(end, now))
            : "the certificate ended on %s: clients that look at it refuse it".formatted(day(end));
    String remedy =
        madeHere
            ? "restart the server, and it makes another."
            : "renew it, and the server takes it over by itself.";
    log.warning(what + "; " + remedy);
  }

  private static long daysUntil(Instant end, Instant now) {
    return Duration.between(now, end).toDays();
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }
}
