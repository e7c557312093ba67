package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// A client that gives what it gets the time it has on the other side.
interface KeepsTimesOfDownloads extends ForeignClient {
  @Test
  default void keepsTheTimeOfAFileItGets() throws Exception {
    var time = FileTime.from(Instant.parse("2001-02-03T04:05:06Z"));
    Files.writeString(served().resolve("a file"), "content");
    Files.setLastModifiedTime(served().resolve("a file"), time);

    carryOut(site(), Step.get("a file", "b file"));

    assertThat(Files.getLastModifiedTime(local().resolve("b file"))).isEqualTo(time);
  }
}
