package dev.simpleftp.e2e;

import java.util.List;
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
        ListsFacts {
  @BeforeAll
  void requirePython() throws Exception {
    Tools.requirePythonModule("ftplib");
  }

  @Override
  public List<Invocation> invocations(Site site, List<Step> steps) {
    String script = Tools.script("ftplib_client.py");
    return DriverSession.invocations(List.of(Tools.PYTHON, script), site, steps);
  }

  @Override
  public void stop(Child client) throws Exception {
    client.kill();
  }
}
