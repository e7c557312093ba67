package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/// A client that leaves it to the server which files match a pattern.
interface GetsByPattern extends ForeignClient {
  @Test
  default void getsAllFilesThatMatch() throws Exception {
    for (String name : new String[] {"one.txt", "two words.txt", "three.bin", "txt"}) {
      Files.writeString(served().resolve(name), "content of " + name);
    }

    carryOut(site(), Step.getMatching("*.txt"));

    assertThat(TestFiles.names(local())).containsExactlyInAnyOrder("one.txt", "two words.txt");
    assertThat(local().resolve("two words.txt")).hasContent("content of two words.txt");
  }
}
