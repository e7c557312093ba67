package dev.simpleftp.e2e;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;

/// Perl's Net::FTP, which aborts with Telnet IP and an urgent byte.
class NetFtpIT extends ForeignClientContract
    implements Uploads,
        ResumesDownloads,
        ResumesUploads,
        ChangesTheTree,
        AbortsInSession,
        ChangesPermissions,
        GetsByPattern,
        StoresUniquely,
        KeepsTimesOfDownloads {
  @BeforeAll
  void requirePerl() throws Exception {
    Tools.requireTool("perl");
  }

  @Override
  public List<Invocation> invocations(Site site, List<Step> steps) {
    return DriverSession.invocations(
        List.of("perl", Tools.script("net_ftp_client.pl")), site, steps);
  }
}
