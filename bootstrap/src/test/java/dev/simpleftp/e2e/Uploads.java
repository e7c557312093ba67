package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// A client that stores files.
interface Uploads extends ForeignClient {
  @TestFactory
  default Stream<DynamicTest> putsAFile() {
    return routes().stream().map(route -> DynamicTest.dynamicTest(route.name(), () -> put(route)));
  }

  private void put(Route route) throws Exception {
    String name = route.name() + ".bin";
    TestFiles.write(local().resolve(name), 300_007, name.hashCode());

    carryOut(bench().site(route), Step.put(name, name));

    assertThat(served().resolve(name)).hasSameBinaryContentAs(local().resolve(name));
  }

  @Test
  default void putsAnEmptyFile() throws Exception {
    Files.createFile(local().resolve("empty"));

    carryOut(site(), Step.put("empty", "empty"));

    assertThat(served().resolve("empty")).isEmptyFile();
  }

  @Test
  default void putsFilesOfOddNames() throws Exception {
    Files.writeString(local().resolve("up.bin"), "content");
    List<String> names = oddNames();

    carryOut(site(), names.stream().map(name -> Step.put("up.bin", name)).toArray(Step[]::new));

    for (String name : names) {
      assertThat(served().resolve(name)).hasContent("content");
    }
  }

  @Test
  default void keepsTheOldFileWhenAnUploadIsInterrupted() throws Exception {
    Files.writeString(served().resolve("big.bin"), "old");
    TestFiles.sparse(local().resolve("big.bin"), 8 * TestFiles.GIB);
    Files.writeString(local().resolve("small.bin"), "small");

    interrupt(Step.put("big.bin", "big.bin"));

    bench().awaitNoParts();
    assertThat(served().resolve("big.bin")).hasContent("old");
    carryOut(site(), Step.put("small.bin", "big.bin"));
    assertThat(served().resolve("big.bin")).hasContent("small");
  }
}
