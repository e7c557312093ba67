package dev.simpleftp.e2e;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;

/// Node's basic-ftp. It has no active mode, and gives up a transfer only by closing the session.
class BasicFtpIT extends ForeignClientContract
    implements Uploads,
        ResumesDownloads,
        ResumesUploads,
        ChangesTheTree,
        ChangesPermissions,
        KeepsTimesOfDownloads,
        MovesTrees,
        SpeaksTls {
  private static final Path MODULES = Tools.peers().resolve("npm/node_modules");

  @BeforeAll
  void requireBasicFtp() throws Exception {
    Tools.requireTool("node");
    Tools.require("basic-ftp of npm", Files.isDirectory(MODULES.resolve("basic-ftp")));
  }

  @Override
  public Set<Route> routes() {
    return EnumSet.of(Route.PASSIVE_IPV4, Route.PASSIVE_IPV6);
  }

  /// Where it resumes a TLS session it ends an empty upload in the middle of the handshake.
  @Override
  public boolean sendsEmptyFiles() {
    return false;
  }

  @Override
  public List<Invocation> invocations(Site site, List<Step> steps) {
    String script = Tools.script("basic_ftp_client.js");
    var program = List.of("env", "NODE_PATH=" + MODULES, "node", script);
    return DriverSession.invocations(program, site, steps);
  }
}
