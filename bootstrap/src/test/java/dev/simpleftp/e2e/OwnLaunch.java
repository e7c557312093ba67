package dev.simpleftp.e2e;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Our packaged server with one account.
final class OwnLaunch implements ServerLaunch {
  @Override
  public void requireHere() {
    Tools.requireUnicodeNames();
  }

  @Override
  public Started start(ServerSetup setup, Path scratch) throws Exception {
    Path users = scratch.resolve("users");
    if (!Files.exists(users)) {
      Program.addUser(users, user(), PASSWORD);
    }
    String port = String.valueOf(setup.port());
    List<String> arguments =
        List.of("server", "--root", setup.root().toString(), "--port", port, "--users", "" + users);
    return ServerProcess.start(setup, scratch, Program.command(List.of(), arguments));
  }
}
