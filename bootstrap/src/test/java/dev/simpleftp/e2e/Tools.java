package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

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

  /// The same for names of files beyond ASCII, which Java reads by the locale.
  static void requireUnicodeNames() {
    String encoding = System.getProperty("sun.jnu.encoding", "");
    require("a locale with UTF-8 file names", encoding.equals("UTF-8"));
  }

  /// Where `.ci/peers` puts programs that are not installed.
  static Path peers() {
    var env = System.getenv();
    String cache = env.getOrDefault("XDG_CACHE_HOME", env.get("HOME") + "/.cache");
    return Path.of(env.getOrDefault("SIMPLEFTP_PEERS", cache + "/simpleftp-peers"));
  }

  /// The program that starts this server of [#peers].
  static Path peer(String name) {
    return peers().resolve(name).resolve("run");
  }

  static void requirePeer(String name) {
    require(name + " in " + peers(), Files.isExecutable(peer(name)));
  }

  /// Skips the test for anybody else than root, since only root may start this server.
  static void requireRoot(String server) {
    if (!"root".equals(System.getProperty("user.name"))) {
      String sentence = server + " can be started by root only; run the tests as root.";
      System.err.println("skipped: " + sentence);
      abort(sentence);
    }
  }

  /// Gives a directory with all below it to this user.
  static void give(Path root, String user) throws IOException {
    var users = root.getFileSystem().getUserPrincipalLookupService();
    var owner = users.lookupPrincipalByName(user);
    try (var below = Files.walk(root)) {
      for (Path path : below.toList()) {
        Files.setOwner(path, owner);
      }
    }
  }

  /// The text of a file that lies beside the tests.
  static String text(String name) throws IOException {
    return Files.readString(Path.of(script(name)));
  }

  /// A script that lies beside the tests.
  static String script(String name) {
    try {
      URL script = Objects.requireNonNull(Tools.class.getResource(name), name);
      return Path.of(script.toURI()).toString();
    } catch (URISyntaxException e) {
      throw new AssertionError("tests lie in a directory", e);
    }
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
    abort(sentence);
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
