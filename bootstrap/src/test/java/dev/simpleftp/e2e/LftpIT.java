package dev.simpleftp.e2e;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;

/// lftp: MLSD, restarts, whole trees in both directions. Active over IPv6 it announces the
/// unspecified address (`EPRT |2|::|`) unless it is told which one to bind, as it is here.
class LftpIT extends ForeignClientContract
    implements Uploads, ResumesDownloads, ResumesUploads, ChangesTheTree {
  @BeforeAll
  void requireLftp() throws Exception {
    Tools.requireTool("lftp");
  }

  @Override
  public List<Invocation> invocations(Site site, List<Step> steps) {
    return List.of(session(site, steps.stream().map(LftpIT::words).toList()));
  }

  private static Invocation session(Site site, List<String> commands) {
    List<String> lines = new ArrayList<>();
    lines.add("set cmd:fail-exit yes");
    lines.add("set net:max-retries 1");
    lines.add("set ftp:passive-mode " + !site.active());
    if (site.route() == Route.ACTIVE_IPV6) {
      lines.add("set net:socket-bind-ipv6 " + site.host());
    }
    lines.add(
        "open -p %d -u %s,%s ftp://%s"
            .formatted(site.port(), site.user(), quoted(site.password()), site.urlHost()));
    lines.addAll(commands);
    return new Invocation(List.of("lftp", "-f", "/dev/stdin"), String.join("\n", lines) + "\n");
  }

  private static String words(Step step) {
    String first = quoted(step.first());
    String second = quoted(step.second());
    return switch (step.kind()) {
      case LIST -> "cd " + first + "\ncls -1";
      case GET -> "get " + first + " -o " + second;
      case PUT -> "put " + first + " -o " + second;
      case RESUME_GET -> "get -c " + first + " -o " + second;
      case RESUME_PUT -> "put -c " + first + " -o " + second;
      case RENAME -> "mv " + first + " " + second;
      case DELETE -> "rm " + first;
      case MKDIR -> "mkdir " + first;
      case RMDIR -> "rmdir " + first;
      case ABORT_GET, ABORT_PUT -> throw step.impossible();
    };
  }

  /// As one word that is no option.
  private static String quoted(String name) {
    String word = name.isEmpty() || name.startsWith("-") ? "./" + name : name;
    return "\"" + word.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
