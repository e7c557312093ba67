package dev.simpleftp.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A client to start, and all that is typed into it.
record Invocation(List<String> command, String typed) {
  static Invocation of(List<String> command) {
    return new Invocation(command, "");
  }

  /// Starts it where names are UTF-8 and no settings of the user lie about.
  Child start(Bench bench) throws IOException {
    return start(bench.local(), bench.home());
  }

  /// The same in any folders.
  Child start(Path local, Path home) throws IOException {
    var builder = new ProcessBuilder(command).directory(local.toFile());
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("HOME", home.toString());
    builder.environment().put("RCLONE_CONFIG", "/dev/null");
    return Child.start(builder).typing(typed);
  }
}
