package dev.simpleftp.e2e;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;

/// rclone, which copies trees over several connections. It has no active mode, and never resumes:
/// it sends or fetches a broken file anew.
class RcloneIT extends ForeignClientContract implements Uploads, ChangesTheTree {
  @BeforeAll
  void requireRclone() throws Exception {
    Tools.requireTool("rclone");
  }

  @Override
  public Set<Route> routes() {
    return EnumSet.of(Route.PASSIVE_IPV4, Route.PASSIVE_IPV6);
  }

  @Override
  public List<Invocation> invocations(Site site, List<Step> steps) {
    List<Invocation> invocations = new ArrayList<>();
    for (Step step : steps) {
      invocations.add(rclone(site, words(step)));
    }
    return invocations;
  }

  private Invocation rclone(Site site, List<String> words) {
    List<String> command = new ArrayList<>(List.of("rclone", "--retries", "1"));
    command.addAll(List.of("--local-no-preallocate", "--ftp-host", site.urlHost()));
    command.addAll(List.of("--ftp-port", site.portText(), "--ftp-user", site.user()));
    command.addAll(List.of("--ftp-pass", obscured(site.password())));
    command.addAll(words);
    return Invocation.of(command);
  }

  private String obscured(String password) {
    try {
      return Tools.run(local(), "rclone", "obscure", password).out();
    } catch (Exception e) {
      throw new AssertionError("rclone cannot hide a password", e);
    }
  }

  private static List<String> words(Step step) {
    String remote = ":ftp:" + step.first();
    return switch (step.kind()) {
      case LIST -> List.of("lsf", remote);
      case GET -> List.of("copyto", remote, step.second());
      case PUT -> List.of("copyto", step.first(), ":ftp:" + step.second());
      case RENAME -> List.of("moveto", remote, ":ftp:" + step.second());
      case DELETE -> List.of("deletefile", remote);
      case MKDIR -> List.of("mkdir", remote);
      case RMDIR -> List.of("rmdir", remote);
      case RESUME_GET, RESUME_PUT, ABORT_GET, ABORT_PUT -> throw step.impossible();
    };
  }
}
