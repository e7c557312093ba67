package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// tnftp, the `ftp` of the BSDs. No double quote can be typed in it: that is how it marks words. At
/// Ctrl-C it ends an upload as if the file were complete, so here it is killed instead.
class TnftpIT extends ForeignClientContract
    implements Uploads,
        ResumesDownloads,
        ResumesUploads,
        ChangesTheTree,
        ChangesPermissions,
        GetsByPattern,
        StoresUniquely,
        KeepsTimesOfDownloads {
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
    return List.of(session(site, steps.stream().map(TnftpIT::words).toList()));
  }

  @Test
  void asksForTheStatusOfADirectory() throws Exception {
    Files.writeString(Files.createDirectory(served().resolve("sub")).resolve("a file"), "content");

    var ended = session(site(), List.of("verbose", "rstatus sub")).start(bench()).ended();

    assertThat(ended.out()).contains("212-", " 7 ", " a file", "212 End");
  }

  private static Invocation session(Site site, List<String> words) {
    List<String> lines = new ArrayList<>();
    lines.add("open " + site.host() + " " + site.port());
    lines.add("user " + site.user() + " \"" + site.password() + "\"");
    lines.addAll(words);
    var command = List.of("tnftp", "-n", "-i", "-V", site.active() ? "-A" : "-p");
    return new Invocation(command, String.join("\n", lines) + "\nbye\n");
  }

  @Override
  public void stop(Child client) throws Exception {
    client.kill();
  }

  private static String words(Step step) {
    String first = "\"" + step.first() + "\"";
    String second = "\"" + step.second() + "\"";
    return switch (step.kind()) {
      case LIST -> (step.first().isEmpty() ? "" : "cd " + first + "\n") + "nlist";
      case GET -> "get " + first + " " + second;
      case PUT -> "put " + first + " " + second;
      case RESUME_GET -> "reget " + first + " " + second;
      case RESUME_PUT -> "restart " + step.offset() + "\nput " + first + " " + second;
      case RENAME -> "rename " + first + " " + second;
      case DELETE -> "delete " + first;
      case MKDIR -> "mkdir " + first;
      case RMDIR -> "rmdir " + first;
      case CHMOD -> "chmod " + step.second() + " " + first;
      case GET_MATCHING -> "mget " + step.first();
      case PUT_UNIQUE -> "sunique\nput " + first + "\nsunique";
      case ABORT_GET, ABORT_PUT, GET_TREE, PUT_TREE, LIST_FACTS -> throw step.impossible();
    };
  }
}
