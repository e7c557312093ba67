package dev.simpleftp.e2e;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// The classes of the packaged program, loaded and linked once for all its processes in the tests:
/// each starts in half the time.
final class AotCache {
  private static final Path FILE = Program.jar().resolveSibling("tests.aot");
  private static final List<String> OPTIONS = options();

  private AotCache() {}

  /// What a virtual machine must be told to use it.
  static List<String> machine() {
    return OPTIONS;
  }

  /// Without a cache the program only starts later.
  private static List<String> options() {
    try (var lock =
        FileChannel.open(
            FILE.resolveSibling("tests.aot.lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE)) {
      var _ = lock.lock(); // Several processes of tests run at once
      if (!isFresh()) {
        train();
      }
      return List.of("-XX:AOTCache=" + FILE);
    } catch (Exception e) {
      System.err.println("The program starts without a cache of its classes: " + e);
      return List.of();
    }
  }

  private static boolean isFresh() throws Exception {
    return Files.exists(FILE)
        && Files.getLastModifiedTime(FILE).compareTo(Files.getLastModifiedTime(Program.jar())) > 0;
  }

  /// The server to practise with and its client, in one process.
  private static void train() throws Exception {
    Path fresh = FILE.resolveSibling("tests.aot.new");
    List<String> machine = List.of("-XX:AOTCacheOutput=" + fresh);
    List<String> words = List.of("client", "-c", "open mem:; ls; mkdir a; cd a");
    var ended = Child.start(Program.home(), Program.plain(machine, words)).typing("").ended();
    if (ended.exitCode() != 0) {
      throw new IllegalStateException(ended.toString());
    }
    Files.move(fresh, FILE, StandardCopyOption.REPLACE_EXISTING);
  }
}
