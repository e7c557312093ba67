package dev.simpleftp.e2e;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;

/// ncftp, and ncftpls for bare names. It has no IPv6.
class NcftpIT extends ForeignClientContract
    implements Uploads, ResumesDownloads, ResumesUploads, ChangesTheTree {
  @BeforeAll
  void requireNcftp() throws Exception {
    Tools.requireTool("ncftp");
    Tools.requireTool("ncftpls");
  }

  @Override
  public Set<Route> routes() {
    return EnumSet.of(Route.PASSIVE_IPV4, Route.ACTIVE_IPV4);
  }

  @Override
  public List<Invocation> invocations(Site site, List<Step> steps) {
    if (steps.getFirst().kind() == Step.Kind.LIST) {
      return List.of(ncftpls(site, steps.getFirst().first()));
    }
    List<String> lines = new ArrayList<>();
    lines.add("set passive " + (site.active() ? "off" : "on"));
    steps.forEach(step -> lines.add(words(step)));
    return List.of(
        new Invocation(command("ncftp", site, site.host()), String.join("\n", lines) + "\n"));
  }

  private static Invocation ncftpls(Site site, String directory) {
    List<String> command = command("ncftpls", site, "-1");
    command.add("ftp://%s/%s/".formatted(site.host(), directory));
    return Invocation.of(command);
  }

  private static List<String> command(String program, Site site, String last) {
    return new ArrayList<>(
        List.of(program, "-u", site.user(), "-p", site.password(), "-P", site.portText(), last));
  }

  private static String words(Step step) {
    String first = quoted(step.first());
    String second = quoted(step.second());
    return switch (step.kind()) {
      case GET -> "get -f -z " + first + " " + second;
      case PUT -> "put -f -z " + first + " " + second;
      case RESUME_GET -> "get -z " + first + " " + second;
      case RESUME_PUT -> "put -z " + first + " " + second;
      case RENAME -> "rename " + first + " " + second;
      case DELETE -> "rm " + first;
      case MKDIR -> "mkdir " + first;
      case RMDIR -> "rmdir " + first;
      case LIST, ABORT_GET, ABORT_PUT -> throw step.impossible();
    };
  }

  /// As one word that is no option, in the quotes that are not in it.
  private static String quoted(String name) {
    String word = name.startsWith("-") ? "./" + name : name;
    return word.contains("\"") ? "'" + word + "'" : "\"" + word + "\"";
  }
}
