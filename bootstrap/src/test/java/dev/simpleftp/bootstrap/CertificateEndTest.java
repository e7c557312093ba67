package dev.simpleftp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.bootstrap.tls.TestKeys;
import dev.simpleftp.console.ServerLog;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CertificateEndTest {
  private static final Instant END = Instant.parse("2026-03-01T12:00:00Z");

  private final List<String> warnings = new ArrayList<>();
  private Instant now = END.minus(Duration.ofDays(31));
  private Optional<X509Certificate> certificate = Optional.empty();
  private final CertificateEnd end = end(false);

  @Test
  void saysNothingWhereThereIsNone() {
    end.look();

    assertThat(warnings).isEmpty();
  }

  @Test
  void f39WarnsOnceADayInTheLastThirtyDays() throws Exception {
    certificate = Optional.of(endingAt(END));
    end.look();
    assertThat(warnings).isEmpty();

    now = END.minus(Duration.ofDays(10));
    end.look();
    end.look();
    now = now.plus(Duration.ofHours(23));
    end.look();
    assertThat(warnings).singleElement().asString().contains("2026-03-01", "in 10 days");

    now = now.plus(Duration.ofHours(1));
    end.look();
    assertThat(warnings).hasSize(2).last().asString().contains("in 9 days");
  }

  @Test
  void f39WarnsOfOneThatHasEnded() throws Exception {
    certificate = Optional.of(endingAt(END));
    now = END.plusSeconds(1);

    end.look();

    assertThat(warnings).singleElement().asString().contains("ended on 2026-03-01");
  }

  @Test
  void looksAtARenewedOneAtOnce() throws Exception {
    certificate = Optional.of(endingAt(END.plus(Duration.ofDays(365))));
    end.look();

    certificate = Optional.of(endingAt(now.plus(Duration.ofDays(1))));
    end.look();

    assertThat(warnings).hasSize(1);
  }

  @Test
  void tellsWhoRenewsIt() throws Exception {
    certificate = Optional.of(endingAt(END));
    now = END.minus(Duration.ofDays(10));

    end.look();
    end(true).look();

    assertThat(warnings)
        .satisfiesExactly(
            foreign -> assertThat(foreign).contains("renew it"),
            own -> assertThat(own).contains("restart the server").doesNotContain("renew it"));
  }

  private CertificateEnd end(boolean madeHere) {
    var log =
        new ServerLog() {
          @Override
          public void warning(String sentence) {
            warnings.add(sentence);
          }
        };
    return new CertificateEnd(() -> certificate, () -> now, log, madeHere);
  }

  private static X509Certificate endingAt(Instant end) throws Exception {
    return TestKeys.certificate(TestKeys.pair("EC"), "own", end);
  }
}
