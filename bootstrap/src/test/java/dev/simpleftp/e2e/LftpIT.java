package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// lftp: MLSD, restarts, ALLO before uploads, whole trees in both directions. Active over IPv6 it
/// announces the unspecified address (`EPRT |2|::|`).
class LftpIT extends ForeignClientContract
    implements Uploads,
        ResumesDownloads,
        ResumesUploads,
        ChangesTheTree,
        ChangesPermissions,
        GetsByPattern,
        KeepsTimesOfUploads,
        KeepsTimesOfDownloads,
        MovesTrees,
        SpeaksTls {
  @BeforeAll
  void requireLftp() throws Exception {
    Tools.requireTool("lftp");
  }

  @Override
  public List<Invocation> invocations(Site site, List<Step> steps) {
    return List.of(session(site, steps.stream().map(LftpIT::words).toList()));
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
    lines.add("set ftp:use-allo yes");
    lines.add("set ftp:passive-mode " + !site.active());
    lines.addAll(protection(site.encryption()));
    lines.add(
        "open -p %d -u %s,%s %s://%s"
            .formatted(
                site.port(),
                site.user(),
                quoted(site.password()),
                site.encryption().isImplicit() ? "ftps" : "ftp",
                site.urlHost()));
    lines.addAll(commands);
    return new Invocation(List.of("lftp", "-f", "/dev/stdin"), String.join("\n", lines) + "\n");
  }

  private static List<String> protection(Encryption encryption) {
    if (!encryption.isUsed()) {
      return List.of();
    }
    return List.of(
        "set ftp:ssl-force yes",
        "set ftp:ssl-protect-data yes",
        "set ssl:verify-certificate no",
        "set ssl:priority NORMAL:-VERS-ALL:+VERS-TLS" + encryption.version());
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
      case CHMOD -> "chmod " + step.second() + " " + first;
      case GET_MATCHING -> "mget " + step.first();
      case GET_TREE -> "mirror " + first + " " + second;
      case PUT_TREE -> "mirror -R " + first + " " + second;
      case ABORT_GET, ABORT_PUT, PUT_UNIQUE, LIST_FACTS -> throw step.impossible();
    };
  }

  /// As one word that is no option.
  private static String quoted(String name) {
    String word = name.isEmpty() || name.startsWith("-") ? "./" + name : name;
    return "\"" + word.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
