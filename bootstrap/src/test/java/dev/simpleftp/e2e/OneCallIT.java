package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.bootstrap.JsonEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One thing on a server by the packaged program, and then the end.
class OneCallIT {
  @TempDir static Path remote;
  private static Program.Served server;

  @TempDir Path local;
  @TempDir Path home;
  private OneCall call;

  @BeforeAll
  static void serve() throws Exception {
    server = Program.serve(remote, "--durability", "none");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void begin() throws Exception {
    call = new OneCall(local, home);
    for (String name : TestFiles.names(remote)) {
      TestFiles.delete(remote.resolve(name));
    }
  }

  @Test
  void goesThereAndBack() throws Exception {
    byte[] content = TestFiles.bytes(300_000, 1);
    Files.write(local.resolve("a b.bin"), content);

    assertDone(call.run("mkdir", "-p", server.url("x/y")));
    assertDone(call.run("put", "a b.bin", server.url("x/y/")));
    assertDone(call.run("mv", server.url("x/y/a%20b.bin"), server.url("x/c.bin")));
    assertThat(assertDone(call.run("find", server.url("x"), "*.bin"))).isEqualTo("x/c.bin");
    assertThat(assertDone(call.run("ls", server.url("x")))).isEqualTo("c.bin\ny");
    assertThat(assertDone(call.run("du", "-b", "-s", server.url("x")))).isEqualTo("300000  x");
    assertDone(call.run("get", server.url("x/c.bin")));
    assertDone(call.run("rm", "-r", server.url("x")));

    assertThat(local.resolve("c.bin")).hasBinaryContent(content);
    assertThat(TestFiles.names(remote)).isEmpty();
  }

  @Test
  void writesNothingButTheBytesToTheStandardOutput() throws Exception {
    byte[] content = TestFiles.bytes(1_000_003, 2);
    Files.write(remote.resolve("a.bin"), content);
    Path out = local.resolve("out");

    int code = call.piped(Path.of("/dev/null"), out, "get", "-o", "-", server.url("a.bin"));

    assertThat(code).isZero();
    assertThat(out).hasBinaryContent(content);
  }

  @Test
  void writesFilesBehindEachOtherThroughOneSession() throws Exception {
    Files.writeString(remote.resolve("a"), "one ");
    Files.writeString(remote.resolve("b"), "two");

    var ended = call.run("cat", "--debug", server.url("a"), server.url("b"));

    assertThat(assertDone(ended)).isEqualTo("one two");
    assertThat(ended.err()).containsOnlyOnce("> USER").doesNotContain("guest@");
  }

  @Test
  void storesWhatComesFromTheStandardInput() throws Exception {
    Path in = TestFiles.write(local.resolve("in"), 1_000_003, 3);
    Path out = local.resolve("out");

    assertThat(call.piped(in, out, "put", "-", server.url("a.bin"))).isZero();
    assertThat(call.piped(in, out, "put", "-", server.url("a.bin"))).isEqualTo(5);
    Files.writeString(in, "new");
    assertThat(call.piped(in, out, "put", "--force", "-", server.url("a.bin"))).isZero();

    assertThat(remote.resolve("a.bin")).hasContent("new");
  }

  @Test
  void storesNothingWhenTheStandardInputFails() throws Exception {
    Files.writeString(remote.resolve("a.bin"), "old");

    var ended = call.withoutInput("put", "-f", "-", server.url("a.bin"));

    assertThat(ended.exitCode()).as(ended.toString()).isEqualTo(6);
    assertThat(remote.resolve("a.bin")).hasContent("old");
  }

  @Test
  void mirrorsBothWays() throws Exception {
    Files.createDirectories(remote.resolve("tree/sub"));
    Files.writeString(remote.resolve("tree/sub/a.txt"), "a");
    Files.writeString(remote.resolve("tree/b.txt"), "b");

    var plan = call.run("mirror", "--dry-run", server.url("tree"), "copy");
    assertThat(assertDone(plan)).contains("would copy", "b.txt");
    assertThat(local.resolve("copy")).doesNotExist();
    assertDone(call.run("mirror", server.url("tree"), "copy", "--parallel", "2"));
    assertThat(TestFiles.tree(local.resolve("copy")))
        .isEqualTo(TestFiles.tree(remote.resolve("tree")));
    Files.delete(local.resolve("copy/b.txt"));
    assertDone(call.run("mirror", "--delete", "copy", server.url("tree")));

    assertThat(remote.resolve("tree/b.txt")).doesNotExist();
    assertThat(remote.resolve("tree/sub/a.txt")).hasContent("a");
  }

  @Test
  void tellsProgramsWhatHappens() throws Exception {
    TestFiles.write(remote.resolve("\u00e4 \"1\".bin"), 3000, 4);
    Files.writeString(local.resolve("b"), "b");

    var got = call.run("get", "--json", server.url("%C3%A4%20%221%22.bin"));
    assertThat(OneCall.eventNames(got)).containsSubsequence("start", "verified", "end");
    assertThat(OneCall.events(got).getFirst().field("file")).contains("\u00e4 \"1\".bin");
    assertThat(OneCall.eventNames(call.run("put", "--json", "b", server.url("b"))))
        .containsSubsequence("start", "verified", "end");
    assertThat(OneCall.eventNames(call.run("mirror", "--json", server.url(""), "all")))
        .contains("total", "start", "verified", "end")
        .doesNotContain("error");
    assertThat(OneCall.events(call.run("ls", "--json", server.url(""))))
        .extracting(event -> event.field("size").orElse(""))
        .containsExactlyInAnyOrder("3000", "1");
    assertThat(OneCall.eventNames(call.run("du", "--json", server.url(""))))
        .containsExactly("usage");
    assertThat(OneCall.eventNames(call.run("find", "--json", server.url(""))))
        .containsOnly("entry")
        .hasSize(2);
  }

  @Test
  void tellsProgramsWhyItFailed() throws Exception {
    var ended = call.run("get", "--json", server.url("missing"));

    JsonEvent last = OneCall.events(ended).getLast();
    assertThat(last.name()).isEqualTo("error");
    assertThat(last.field("exit")).contains("5");
    assertThat(last.field("kind")).contains("refused");
    assertThat(ended.err()).hasLineCount(1).startsWith("simpleftp: ");
  }

  @Test
  void replacesAFileOnlyWhenTold() throws Exception {
    Files.writeString(remote.resolve("a"), "new");
    Files.writeString(local.resolve("a"), "old");

    assertThat(call.run("get", server.url("a")).exitCode()).isEqualTo(6);
    assertThat(local.resolve("a")).hasContent("old");
    assertDone(call.run("get", "--no-clobber", server.url("a")));
    assertThat(local.resolve("a")).hasContent("old");
    assertDone(call.run("get", "--force", server.url("a")));

    assertThat(local.resolve("a")).hasContent("new");
  }

  @Test
  void replacesAPartOfUnknownOriginOnlyWhenTold() throws Exception {
    Files.writeString(remote.resolve("a"), "new");
    Path part = Files.writeString(local.resolve("a.part"), "precious");

    var refused = call.run("get", server.url("a"));
    assertThat(refused.exitCode()).isEqualTo(6);
    assertThat(refused.err()).contains("'a.part' is there already", "'-f' replaces it");
    assertThat(part).hasContent("precious");

    assertDone(call.run("get", "-f", server.url("a")));
    assertThat(local.resolve("a")).hasContent("new");
    assertThat(part).doesNotExist();
  }

  @Test
  void knowsBookmarks() throws Exception {
    Files.createDirectory(remote.resolve("papers"));
    Files.writeString(remote.resolve("papers/a.txt"), "a");
    Path file = home.resolve(".config/simpleftp/bookmarks");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "work " + server.url("papers") + "\n");

    assertDone(call.run("get", "work/*.txt"));

    assertThat(local.resolve("a.txt")).hasContent("a");
  }

  @Test
  void removesWhatAPatternFitsOnlyWhenToldTwice() throws Exception {
    Files.writeString(remote.resolve("a.txt"), "a");
    Files.writeString(remote.resolve("b.txt"), "b");

    assertThat(call.run("rm", server.url("*.txt")).err()).contains("would remove 2 files");
    assertThat(TestFiles.names(remote)).hasSize(2);
    assertDone(call.run("rm", "-f", server.url("*.txt")));

    assertThat(TestFiles.names(remote)).isEmpty();
  }

  @Test
  void helpsWithEveryCall() throws Exception {
    for (String name : List.of("get", "mirror", "ls")) {
      String help = assertDone(call.run(name, "--help"));

      assertThat(help).contains("usage:  simpleftp " + name, "Examples:", "130  interrupted");
    }
    assertThat(call.run("--help").out()).contains("simpleftp get URL...", "simpleftp mv URL URL");
  }

  private static String assertDone(Child.Ended ended) {
    assertThat(ended.exitCode()).as(ended.toString()).isZero();
    return ended.out();
  }
}
