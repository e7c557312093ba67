package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// A client that sends the rest of a file.
interface ResumesUploads extends ForeignClient {
  @Test
  default void resumesAnUpload() throws Exception {
    byte[] whole = TestFiles.bytes(TestFiles.MIB, 5);
    Files.write(local().resolve("a.bin"), whole);
    Files.write(served().resolve("a.bin"), Arrays.copyOf(whole, 400_001));

    carryOut(site(), Step.resumePut("a.bin", "a.bin", 400_001));

    assertThat(served().resolve("a.bin")).hasBinaryContent(whole);
  }
}
