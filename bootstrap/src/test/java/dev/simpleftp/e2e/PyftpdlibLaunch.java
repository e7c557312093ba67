package dev.simpleftp.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// pyftpdlib by a script of ours.
final class PyftpdlibLaunch implements ServerLaunch {
  @Override
  public void requireHere() throws Exception {
    Tools.requirePythonModule("pyftpdlib");
  }

  @Override
  public Started start(ServerSetup setup, Path scratch) throws IOException {
    List<String> command = new ArrayList<>(List.of(Tools.PYTHON, "-W", "ignore"));
    command.addAll(List.of(Tools.script("pyftpdlib_server.py"), String.valueOf(setup.port())));
    command.addAll(List.of(setup.root().toString(), user(), PASSWORD));
    command.add(setup.isElsewhere() ? "local" : "gmt");
    setup
        .passivePorts()
        .ifPresent(ports -> command.addAll(List.of("" + ports.first(), "" + ports.last())));
    setup.protection().ifPresent(its -> command.add("tls=" + its.certificate().pem()));
    return ServerProcess.start(setup, scratch, command);
  }
}
