package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/// A client that moves directories with all below them.
interface MovesTrees extends ForeignClient {
  @Test
  default void movesATreeInBothDirections() throws Exception {
    Files.createDirectories(local().resolve("tree/sub dir/empty"));
    Files.writeString(local().resolve("tree/top"), "top");
    for (String name : oddNames()) {
      Files.writeString(local().resolve("tree/sub dir").resolve(name), name);
    }

    carryOut(site(), Step.putTree("tree", "up"), Step.getTree("up", "down"));

    assertThat(TestFiles.tree(served().resolve("up")))
        .isEqualTo(TestFiles.tree(local().resolve("tree")));
    assertThat(TestFiles.tree(local().resolve("down")))
        .isEqualTo(TestFiles.tree(local().resolve("tree")));
  }
}
