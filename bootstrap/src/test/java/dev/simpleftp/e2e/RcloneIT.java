package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// rclone, which copies trees over several connections. It has no active mode, and never resumes:
/// it sends or fetches a broken file anew.
class RcloneIT extends ForeignClientContract
    implements Uploads,
        ChangesTheTree,
        KeepsTimesOfUploads,
        KeepsTimesOfDownloads,
        MovesTrees,
        SpeaksTls {
  private final Map<String, String> obscured = new HashMap<>();

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

  @Test
  void copiesATreeAndChecksIt() throws Exception {
    tree();

    assertThat(run("copy", "tree", ":ftp:up").exitCode()).isZero();

    assertThat(run("check", "tree", ":ftp:up").exitCode()).isZero();
    assertThat(run("check", "--download", "tree", ":ftp:up").exitCode()).isZero();
    assertThat(TestFiles.tree(served().resolve("up")))
        .isEqualTo(TestFiles.tree(local().resolve("tree")));
  }

  @Test
  void copiesNothingTwice() throws Exception {
    tree();
    assertThat(run("copy", "tree", ":ftp:up").exitCode()).isZero();

    var again = run("copy", "-v", "tree", ":ftp:up");

    assertThat(again.exitCode()).isZero();
    assertThat(again.err()).contains("nothing to transfer");
  }

  @Test
  void tellsWhichFilesDiffer() throws Exception {
    tree();
    assertThat(run("copy", "tree", ":ftp:up").exitCode()).isZero();
    Files.writeString(served().resolve("up/sub dir/it's"), "it_s");

    var checked = run("check", "--download", "--differ", "-", "tree", ":ftp:up");

    assertThat(checked.exitCode()).isNotZero();
    assertThat(checked.out()).isEqualTo("sub dir/it's");
  }

  @Test
  void syncsInBothDirections() throws Exception {
    tree();
    Files.createDirectory(served().resolve("up"));
    Files.writeString(served().resolve("up/gone"), "gone");

    assertThat(run("sync", "tree", ":ftp:up").exitCode()).isZero();
    assertThat(run("sync", ":ftp:up", "down").exitCode()).isZero();

    assertThat(TestFiles.tree(local().resolve("down")))
        .isEqualTo(TestFiles.tree(local().resolve("tree")));
    assertThat(served().resolve("up/gone")).doesNotExist();
  }

  private void tree() throws IOException {
    Files.createDirectories(local().resolve("tree/sub dir"));
    for (String name : oddNames()) {
      Files.writeString(local().resolve("tree/sub dir").resolve(name), name);
    }
  }

  private Child.Ended run(String... words) throws Exception {
    return rclone(site(), List.of(words)).start(bench()).ended();
  }

  private Invocation rclone(Site site, List<String> words) {
    List<String> command = new ArrayList<>(List.of("rclone", "--retries", "1"));
    command.addAll(List.of("--local-no-preallocate", "--ftp-host", site.urlHost()));
    command.addAll(List.of("--ftp-port", site.portText(), "--ftp-user", site.user()));
    command.addAll(List.of("--ftp-pass", obscured(site.password())));
    command.addAll(protection(site.encryption()));
    command.addAll(words);
    return Invocation.of(command);
  }

  private static List<String> protection(Encryption encryption) {
    List<String> options = new ArrayList<>();
    if (encryption.isUsed()) {
      options.add(encryption.isImplicit() ? "--ftp-tls" : "--ftp-explicit-tls");
      options.add("--ftp-no-check-certificate");
    }
    if (encryption.version().equals("1.2")) {
      options.add("--ftp-disable-tls13");
    }
    return options;
  }

  private String obscured(String password) {
    return obscured.computeIfAbsent(password, RcloneIT::obscure);
  }

  /// As rclone wants it in its options.
  private static String obscure(String password) {
    try {
      return Tools.run(Path.of(""), "rclone", "obscure", password).out();
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
      case GET_TREE -> List.of("copy", "--create-empty-src-dirs", remote, step.second());
      case PUT_TREE ->
          List.of("copy", "--create-empty-src-dirs", step.first(), ":ftp:" + step.second());
      default -> throw step.impossible();
    };
  }
}
