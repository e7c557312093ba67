package dev.simpleftp.filesystem.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.application.port.in.CopyTree.Failed;
import dev.simpleftp.application.port.in.CopyTree.Options;
import dev.simpleftp.application.port.in.CopyTree.Report;
import dev.simpleftp.application.store.StoreFaults.Operation;
import dev.simpleftp.domain.ConnectionFailed;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.StoreFailure;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One failure, at each operation in turn.
class MirrorMendedTest extends MirrorBench {
  MirrorMendedTest() throws IOException {}

  /// Every operation from the first on fails once, in every way; a second run mends it.
  @ParameterizedTest
  @ValueSource(strings = {"session", "transfer", "line", "store", "no", "full"})
  void aFailureAtAnyOperationIsMendedByASecondRun(String way) throws IOException {
    for (int parallel : new int[] {1, 4}) {
      for (int k = 1; k <= 60; k++) {
        var bench = new MirrorMendedTest();
        bench.failOnce(way, k, new Options(false, parallel, true, false, FILES));
      }
    }
  }

  private void failOnce(String way, int k, Options options) throws IOException {
    plant();
    to.directory("/to/old");
    to.file("/to/old/f", "x");
    var countdown = new AtomicInteger(k);
    trouble((operation, _) -> {
      if (countdown.decrementAndGet() == 0) {
        throw failure(way, operation);
      }
    });
    mirrorSomehow(options);
    assertThat(copy.atOnce).hasValue(0);
    countdown.set(0);

    Report report = mirror(options);

    assertThat(report.troubles()).isEmpty();
    assertEqual();
    assertThat(to.content("/").keySet()).contains("/beside").noneMatch(n -> n.startsWith("/f"));
    assertThat(from.content("/").keySet()).hasSize(13);
    assertNothingLeaks();
  }

  private void mirrorSomehow(Options options) throws IOException {
    try {
      mirror(options);
    } catch (Failed _) {
      // some failures end it
    }
  }

  private static IOException failure(String way, Operation operation) {
    return switch (way) {
      case "session" -> ConnectionFailed.ofSession("lost at " + operation);
      case "transfer" -> ConnectionFailed.ofTransfer("lost at " + operation);
      case "line" -> new IOException("broken at " + operation);
      case "store" -> new StoreFailure("broken at " + operation);
      case "full" -> new Refused(Refusal.NO_SPACE);
      default -> new Refused(Refusal.DENIED);
    };
  }
}
