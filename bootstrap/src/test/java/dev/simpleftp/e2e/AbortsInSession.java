package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/// A client that gives up a transfer by ABOR and goes on in the same session.
interface AbortsInSession extends ForeignClient {
  @Test
  default void goesOnInTheSessionAfterItAbortedADownload() throws Exception {
    TestFiles.sparse(served().resolve("big.bin"), 8 * TestFiles.GIB);
    TestFiles.write(served().resolve("small.bin"), 100_000, 1);

    carryOut(site(), Step.abortGet("big.bin"), Step.get("small.bin", "small.bin"));

    assertThat(local().resolve("small.bin")).hasSameBinaryContentAs(served().resolve("small.bin"));
  }

  @Test
  default void goesOnInTheSessionAfterItAbortedAnUpload() throws Exception {
    Files.writeString(served().resolve("a.bin"), "old");
    TestFiles.write(local().resolve("small.bin"), 100_000, 1);

    carryOut(site(), Step.abortPut("a.bin"), Step.put("small.bin", "small.bin"));

    bench().awaitNoParts();
    assertThat(served().resolve("a.bin")).hasContent("old");
    assertThat(served().resolve("small.bin")).hasSameBinaryContentAs(local().resolve("small.bin"));
  }
}
