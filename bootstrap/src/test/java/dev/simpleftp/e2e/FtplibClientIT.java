package dev.simpleftp.e2e;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;

/// Python's ftplib, which aborts with its last byte urgent. At Ctrl-C it ends an upload as if the
/// file were complete, so here it is killed instead.
class FtplibClientIT extends ForeignClientContract
    implements Uploads,
        ResumesDownloads,
        ResumesUploads,
        ChangesTheTree,
        AbortsInSession,
        ChangesPermissions,
        GetsByPattern,
        StoresUniquely,
        ListsFacts,
        SpeaksTls {
  @BeforeAll
  void requirePython() throws Exception {
    Tools.requirePythonModule("ftplib");
  }

  @Override
  public List<Invocation> invocations(Site site, List<Step> steps) {
    String script = Tools.script("ftplib_client.py");
    return DriverSession.invocations(List.of(Tools.PYTHON, script), site, steps);
  }

  /// It knows no implicit TLS.
  @Override
  public Set<Encryption> encryptions() {
    return EnumSet.of(Encryption.EXPLICIT_TLS_1_2, Encryption.EXPLICIT_TLS_1_3);
  }

  @Override
  public void stop(Child client) throws Exception {
    client.kill();
  }
}
