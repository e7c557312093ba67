package dev.simpleftp.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Pure-FTPd with a virtual user. It takes none with the rights of root and can only be started by
/// root, so its files belong to nobody.
final class PureFtpdLaunch implements ServerLaunch {
  private static final int NOBODY = 65_534;

  @Override
  public void requireHere() {
    Tools.requirePeer("pure-ftpd");
    Tools.requireRoot("Pure-FTPd");
  }

  @Override
  public Started start(ServerSetup setup, Path scratch) throws Exception {
    adopt(setup.root());
    Path users = scratch.resolve("users.pdb");
    writeUsers(setup.root(), scratch.resolve("users"), users);
    List<String> command = new ArrayList<>();
    command.addAll(List.of(Tools.peer("pure-ftpd").toString(), "-S", "127.0.0.1," + setup.port()));
    command.addAll(List.of("-l", "puredb:" + users, "-g", scratch.resolve("pid").toString()));
    // No guests, no names of hosts, all users in their root; many sessions and long listings.
    command.addAll(List.of("-E", "-H", "-A", "-c", "100", "-C", "100", "-L", "100000:20"));
    setup
        .passivePorts()
        .ifPresent(ports -> command.addAll(List.of("-p", ports.first() + ":" + ports.last())));
    setup
        .protection()
        .ifPresent(
            its -> command.addAll(List.of("-Y", "3", "-2", its.certificate().pem().toString())));
    return ServerProcess.start(setup, scratch, command);
  }

  private void writeUsers(Path root, Path text, Path database) throws Exception {
    String account = user() + ":" + HASHED_PASSWORD + ":" + NOBODY + ":" + NOBODY;
    Files.writeString(text, account + "::" + root + "/./::::::::::::\n");
    String program = Tools.peers().resolve("pure-ftpd/pure-pw").toString();
    var ended =
        Tools.run(
            root, program, "mkdb", database.toString(), "-f", text.toAbsolutePath().toString());
    if (ended.exitCode() != 0) {
      throw new AssertionError("pure-pw made no users: " + ended);
    }
  }

  @Override
  public void adopt(Path root) throws IOException {
    Tools.give(root, "nobody");
  }
}
