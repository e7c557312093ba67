package dev.simpleftp.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A server in a process of its own, with the processes of its sessions.
record ServerProcess(Child child) implements ServerLaunch.Started {
  static ServerProcess start(ServerSetup setup, Path scratch, List<String> command)
      throws IOException {
    var builder = new ProcessBuilder(command).directory(scratch.toFile());
    builder.environment().put("TZ", setup.zone());
    builder.environment().put("LC_ALL", "C.UTF-8");
    return new ServerProcess(Child.start(builder));
  }

  @Override
  public boolean isAlive() {
    return child.isAlive();
  }

  @Override
  public List<String> log() {
    return child.allSaid();
  }

  @Override
  public void close() {
    child.closeWithDescendants();
  }

  @Override
  public void kill() {
    child.killWithDescendants();
  }
}
