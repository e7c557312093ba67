package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Programs of others that the tests call.
final class Tools {
  /// Debian's own python: its packages are not seen by another that comes first on the PATH.
  static final String PYTHON = "/usr/bin/python3";

  private Tools() {}

  /// Stops the test if this program is missing: a failure under CI=true, elsewhere a skip.
  static void requireTool(String name) {
    require(name, isOnPath(name));
  }

  /// The same for a module of [#PYTHON].
  static void requirePythonModule(String name) throws Exception {
    boolean there =
        Files.isExecutable(Path.of(PYTHON))
            && run(Path.of(""), PYTHON, "-c", "import " + name).exitCode() == 0;
    require("the module " + name + " of " + PYTHON, there);
  }

  static void require(String what, boolean there) {
    if (there) {
      return;
    }
    String sentence = what + " is missing here; .ci/run installs it.";
    if ("true".equals(System.getenv("CI"))) {
      fail(sentence);
    }
    System.err.println("skipped: " + sentence);
    assumeTrue(false, sentence);
  }

  /// Runs a program of others to its end, with nothing on its standard input.
  static Child.Ended run(Path directory, String... command) throws Exception {
    try {
      return Child.start(directory.toAbsolutePath(), List.of(command)).typing("").ended();
    } catch (IOException e) {
      throw new AssertionError("cannot run " + command[0], e);
    }
  }

  private static boolean isOnPath(String name) {
    String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
  }
}
