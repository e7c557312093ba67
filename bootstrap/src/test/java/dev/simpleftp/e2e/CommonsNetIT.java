package dev.simpleftp.e2e;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.io.IOUtils;
import org.apache.commons.net.ftp.FTPClient;

/// Apache Commons Net, which reads listings of LIST, and of MLSD when told.
class CommonsNetIT extends ForeignClientContract
    implements Uploads,
        ResumesDownloads,
        ResumesUploads,
        ChangesTheTree,
        AbortsInSession,
        ChangesPermissions,
        GetsByPattern,
        StoresUniquely,
        KeepsTimesOfUploads,
        KeepsTimesOfDownloads,
        ListsFacts,
        SpeaksTls {
  @Override
  public List<Invocation> invocations(Site site, List<Step> steps) {
    String classes =
        Stream.of(CommonsNetClient.class, FTPClient.class, IOUtils.class)
            .map(type -> home(type).toString())
            .collect(Collectors.joining(File.pathSeparator));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var program =
        List.of(
            java,
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            classes,
            CommonsNetClient.class.getName());
    return DriverSession.invocations(program, site, steps);
  }

  private static Path home(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError("classes lie at a place", e);
    }
  }
}
