package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// A client that stores the time of a file with it.
interface KeepsTimesOfUploads extends ForeignClient {
  @Test
  default void keepsTheTimeOfAFileItPuts() throws Exception {
    var time = FileTime.from(Instant.parse("2001-02-03T04:05:06Z"));
    Files.writeString(local().resolve("a file"), "content");
    Files.setLastModifiedTime(local().resolve("a file"), time);

    carryOut(site(), Step.put("a file", "b file"));

    assertThat(Files.getLastModifiedTime(served().resolve("b file"))).isEqualTo(time);
  }
}
