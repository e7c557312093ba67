package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// A client that fetches the rest of a file.
interface ResumesDownloads extends ForeignClient {
  @Test
  default void resumesADownload() throws Exception {
    byte[] whole = TestFiles.bytes(TestFiles.MIB, 4);
    Files.write(served().resolve("a.bin"), whole);
    Files.write(local().resolve("a.bin"), Arrays.copyOf(whole, 400_001));

    carryOut(site(), Step.resumeGet("a.bin", "a.bin", 400_001));

    assertThat(local().resolve("a.bin")).hasBinaryContent(whole);
  }
}
