package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// lftp: MLSD, restarts, whole trees in both directions. Active over IPv6 it announces the
/// unspecified address (`EPRT |2|::|`), which the server does not take for the client's own.
class LftpIT extends ForeignClientContract
    implements Uploads, ResumesDownloads, ResumesUploads, ChangesTheTree {
  @BeforeAll
  void requireLftp() throws Exception {
    Tools.requireTool("lftp");
  }

  @Override
  public Set<Route> routes() {
    return EnumSet.complementOf(EnumSet.of(Route.ACTIVE_IPV6));
  }

  @Override
  public List<Invocation> invocations(Site site, List<Step> steps) {
    return List.of(session(site, steps.stream().map(LftpIT::words).toList()));
  }

  @Test
  void mirrorsATreeInBothDirections() throws Exception {
    Files.createDirectories(local().resolve("tree/sub dir/empty"));
    for (String name : oddNames()) {
      Files.writeString(local().resolve("tree/sub dir").resolve(name), name);
    }

    run("mirror -R tree up", "mirror up down");

    assertThat(TestFiles.tree(served().resolve("up")))
        .isEqualTo(TestFiles.tree(local().resolve("tree")));
    assertThat(TestFiles.tree(local().resolve("down")))
        .isEqualTo(TestFiles.tree(local().resolve("tree")));
  }

  @Test
  void mirrorsOnlyWhatChanged() throws Exception {
    Files.createDirectory(served().resolve("tree"));
    Files.writeString(served().resolve("tree/gone"), "gone");
    Files.writeString(served().resolve("tree/same"), "same");
    run("mirror tree copy");
    Files.delete(served().resolve("tree/gone"));
    Files.writeString(served().resolve("tree/added"), "added");

    String told = run("mirror -v --delete tree copy");

    assertThat(told).contains("added").doesNotContain("same");
    assertThat(TestFiles.tree(local().resolve("copy")))
        .isEqualTo(TestFiles.tree(served().resolve("tree")));
  }

  private String run(String... commands) throws Exception {
    var ended = session(site(), List.of(commands)).start(bench()).ended();
    assertThat(ended.exitCode()).as(ended.toString()).isZero();
    return ended.out() + ended.err();
  }

  private static Invocation session(Site site, List<String> commands) {
    List<String> lines = new ArrayList<>();
    lines.add("set cmd:fail-exit yes");
    lines.add("set net:max-retries 1");
    lines.add("set ftp:passive-mode " + !site.active());
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
