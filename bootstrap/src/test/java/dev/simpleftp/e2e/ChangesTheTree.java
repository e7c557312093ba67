package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A client that renames, deletes and makes directories.
interface ChangesTheTree extends ForeignClient {
  @Test
  default void renamesAndDeletesFilesOfOddNames() throws Exception {
    List<Step> steps = new ArrayList<>();
    for (String name : oddNames()) {
      Files.writeString(served().resolve(name), "content");
      steps.add(Step.rename(name, name + ".new"));
      steps.add(Step.rename(name + ".new", name));
      steps.add(Step.delete(name));
    }
    Files.writeString(served().resolve("kept"), "content");

    carryOut(site(), steps.toArray(Step[]::new));

    assertThat(bench().servedNames()).containsExactly("kept");
  }

  @Test
  default void renamesAFileIntoAnotherDirectory() throws Exception {
    Files.createDirectory(served().resolve("sub"));
    Files.writeString(served().resolve("a file"), "content");

    carryOut(site(), Step.rename("a file", "sub/b file"));

    assertThat(served().resolve("sub/b file")).hasContent("content");
    assertThat(served().resolve("a file")).doesNotExist();
  }

  @Test
  default void makesAndRemovesDirectoriesOfOddNames() throws Exception {
    Step[] makes = oddNames().stream().map(Step::mkdir).toArray(Step[]::new);
    Step[] removals = oddNames().stream().map(Step::rmdir).toArray(Step[]::new);

    carryOut(site(), makes);

    assertThat(bench().servedNames()).containsExactlyInAnyOrderElementsOf(oddNames());
    carryOut(site(), removals);
    assertThat(bench().servedNames()).isEmpty();
  }
}
