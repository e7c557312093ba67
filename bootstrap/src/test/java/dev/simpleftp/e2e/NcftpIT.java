package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// ncftp, and ncftpls for bare names. It has no IPv6.
class NcftpIT extends ForeignClientContract
    implements Uploads,
        ResumesDownloads,
        ResumesUploads,
        ChangesTheTree,
        ChangesPermissions,
        GetsByPattern,
        KeepsTimesOfUploads,
        KeepsTimesOfDownloads {
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

  @Test
  void movesATreeWithItsTimesInBothDirections() throws Exception {
    var time = FileTime.from(Instant.parse("2001-02-03T04:05:06Z"));
    Files.createDirectories(local().resolve("tree/sub dir/empty"));
    Files.createDirectory(local().resolve("down"));
    for (String name : oddNames()) {
      Path file = Files.writeString(local().resolve("tree/sub dir").resolve(name), name);
      Files.setLastModifiedTime(file, time);
    }

    run("ncftpput", "-R", "/", "tree");
    run("ncftpget", "-RT", "down", "tree");

    for (Path copy : List.of(served().resolve("tree"), local().resolve("down/tree"))) {
      assertThat(TestFiles.tree(copy)).isEqualTo(TestFiles.tree(local().resolve("tree")));
      assertThat(Files.getLastModifiedTime(copy.resolve("sub dir/two words"))).isEqualTo(time);
    }
  }

  private void run(String program, String option, String... operands) throws Exception {
    List<String> command = command(program, site(), option);
    command.add(site().host());
    command.addAll(List.of(operands));
    var ended = Invocation.of(command).start(bench()).ended();
    assertThat(ended.exitCode()).as(ended.toString()).isZero();
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
      case CHMOD -> "chmod " + step.second() + " " + first;
      case GET_MATCHING -> "get " + step.first();
      default -> throw step.impossible();
    };
  }

  /// As one word that is no option, in the quotes that are not in it.
  private static String quoted(String name) {
    String word = name.startsWith("-") ? "./" + name : name;
    return word.contains("\"") ? "'" + word + "'" : "\"" + word + "\"";
  }
}
