package dev.simpleftp.e2e;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;

/// tnftp, the `ftp` of the BSDs. No double quote can be typed in it: that is how it marks words. At
/// Ctrl-C it ends an upload as if the file were complete, so here it is killed instead.
class TnftpIT extends ForeignClientContract
    implements Uploads, ResumesDownloads, ResumesUploads, ChangesTheTree {
  @BeforeAll
  void requireTnftp() throws Exception {
    Tools.requireTool("tnftp");
  }

  @Override
  public List<String> oddNames() {
    return ODD_NAMES.stream().filter(name -> !name.contains("\"")).toList();
  }

  @Override
  public List<Invocation> invocations(Site site, List<Step> steps) {
    List<String> lines = new ArrayList<>();
    lines.add("open " + site.host() + " " + site.port());
    lines.add("user " + site.user() + " \"" + site.password() + "\"");
    steps.forEach(step -> lines.add(words(step)));
    var command = List.of("tnftp", "-n", "-i", "-V", site.active() ? "-A" : "-p");
    return List.of(new Invocation(command, String.join("\n", lines) + "\nbye\n"));
  }

  @Override
  public void stop(Child client) throws Exception {
    client.kill();
  }

  private static String words(Step step) {
    String first = "\"" + step.first() + "\"";
    String second = "\"" + step.second() + "\"";
    return switch (step.kind()) {
      case LIST -> step.first().isEmpty() ? "nlist" : "nlist " + first;
      case GET -> "get " + first + " " + second;
      case PUT -> "put " + first + " " + second;
      case RESUME_GET -> "reget " + first + " " + second;
      case RESUME_PUT -> "restart " + step.offset() + "\nput " + first + " " + second;
      case RENAME -> "rename " + first + " " + second;
      case DELETE -> "delete " + first;
      case MKDIR -> "mkdir " + first;
      case RMDIR -> "rmdir " + first;
      case ABORT_GET, ABORT_PUT -> throw step.impossible();
    };
  }
}
