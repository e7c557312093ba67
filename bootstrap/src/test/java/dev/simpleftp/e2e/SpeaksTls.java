package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// A client that protects its connections, at a server that wants just that.
interface SpeaksTls extends ForeignClient {
  int FILES = 20;
  int UPLOADS = 50;

  /// The ways this client knows.
  default Set<Encryption> encryptions() {
    return EnumSet.complementOf(EnumSet.of(Encryption.NONE));
  }

  @TestFactory
  default Stream<DynamicTest> movesManyFilesUnderTls() {
    return encryptions().stream().map(e -> DynamicTest.dynamicTest(e.name(), () -> move(e)));
  }

  @TestFactory
  default Stream<DynamicTest> losesNoTailOfAnUploadUnderTls() {
    return encryptions().stream().map(e -> DynamicTest.dynamicTest(e.name(), () -> upload(e)));
  }

  /// Whether an empty file can be sent.
  default boolean sendsEmptyFiles() {
    return true;
  }

  private int size(int i) {
    return 100_003 * (sendsEmptyFiles() ? i : i + 1);
  }

  private void move(Encryption encryption) throws Exception {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < FILES; i++) {
      String up = "up-" + encryption + "-" + i;
      String down = "down-" + encryption + "-" + i;
      TestFiles.write(local().resolve(up), size(i), i);
      TestFiles.write(served().resolve(down), size(i), -i);
      steps.add(Step.put(up, up));
      steps.add(Step.get(down, down));
    }

    carryOut(bench().site(encryption), steps.toArray(Step[]::new));

    for (int i = 0; i < FILES; i++) {
      String up = "up-" + encryption + "-" + i;
      String down = "down-" + encryption + "-" + i;
      assertThat(served().resolve(up)).hasSameBinaryContentAs(local().resolve(up));
      assertThat(local().resolve(down)).hasSameBinaryContentAs(served().resolve(down));
    }
  }

  private void upload(Encryption encryption) throws Exception {
    TestFiles.write(local().resolve("up"), TestFiles.MIB, 7);
    Step[] steps =
        IntStream.range(0, UPLOADS)
            .mapToObj(i -> Step.put("up", encryption + "-" + i))
            .toArray(Step[]::new);

    carryOut(bench().site(encryption), steps);

    for (int i = 0; i < UPLOADS; i++) {
      assertThat(served().resolve(encryption + "-" + i))
          .hasSameBinaryContentAs(local().resolve("up"));
    }
  }
}
