package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The packaged client at a server that means harm: nothing outside the chosen directory changes,
/// the memory is bounded, and no control character reaches the output.
class HostileServerIT {
  private static final String SMALL_HEAP = "-Xmx64m";

  @TempDir Path folder;
  private Path outside;
  private Path target;
  private Map<String, String> before = Map.of();

  @BeforeEach
  void makeTheWorld() throws Exception {
    outside = Files.createDirectory(folder.resolve("outside"));
    target = Files.createDirectory(folder.resolve("target"));
    Files.writeString(outside.resolve("x"), "mine");
    before = world();
  }

  @AfterEach
  void findTheWorldAsItWas() throws Exception {
    assertThat(world()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mget -f *", "mirror", "mirror --parallel=4 --delete", "ls; ls *; find"})
  void keepsToTheTargetWhateverNamesAreListed(String commands) throws Exception {
    for (boolean facts : new boolean[] {true, false}) {
      try (var server = HostileServer.start(new Listed(facts, allNames(facts)))) {
        var ended = run(server, commands);

        assertDecent(ended);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mget -f *", "mirror"})
  void followsNoLinks(String commands) throws Exception {
    List<byte[]> lines =
        List.of(
            HostileNames.facts("OS.unix=slink:" + outside, "dir-link"),
            HostileNames.facts("dir", "dir-link"),
            HostileNames.facts("file", "dir-link/x"),
            HostileNames.facts("file", "link"));
    Files.createSymbolicLink(target.resolve("dir-link"), outside);
    Files.createSymbolicLink(target.resolve("link"), outside.resolve("x"));

    try (var server = HostileServer.start(new Listed(true, lines))) {
      assertDecent(run(server, commands));
    }
  }

  @Test
  void listsAHundredThousandEntriesInAHeapThatHoldsThem() throws Exception {
    try (var server = HostileServer.start(new Listed(true, hundredThousand()))) {
      var ended = run(server, "mirror --dry-run", "-Xmx256m");

      assertDecent(ended);
      assertThat(ended.exitCode()).as(ended.err()).isZero();
      assertThat(ended.out()).contains("100000 files to copy");
    }
  }

  @Test
  void givesUpAHundredThousandEntriesInASmallHeap() throws Exception {
    assertGivesUp(new Listed(true, hundredThousand()), "mirror --dry-run");
  }

  private static List<byte[]> hundredThousand() {
    return IntStream.range(0, 100_000)
        .mapToObj(i -> HostileNames.facts("file", "file-with-a-name-" + i))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ls", "mget *", "mirror", "find"})
  void survivesAListingWithoutAnEnd(String command) throws Exception {
    HostileServer.Manner endless =
        (_, to) -> {
          for (long i = 0; ; i++) {
            to.write(HostileNames.facts("file", "file-" + i));
          }
        };

    assertGivesUp(endless, command);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mirror", "find", "du"})
  void survivesATreeWithoutAnEnd(String command) throws Exception {
    HostileServer.Manner endless = (_, to) -> to.write(HostileNames.facts("dir", "dir"));

    assertGivesUp(endless, command);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mirror", "find", "du"})
  void survivesAWideTreeWithoutAnEnd(String command) throws Exception {
    HostileServer.Manner endless =
        (_, to) -> {
          for (int i = 0; i < 1000; i++) {
            to.write(HostileNames.facts("dir", "dir-" + i));
          }
        };

    assertGivesUp(endless, command);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PWD", "MLSD", "RETR", "MLST"})
  void survivesAReplyWithoutAnEnd(String at) throws Exception {
    assertGivesUp(new Babbling(at, "250-and one more line\r\n"), "ls; get -f a; mirror");
    assertGivesUp(new Babbling(at, "250-\u001B[31m"), "ls; get -f a; mirror");
  }

  /// Twenty directories, each with a listing of its own, for ten servers.
  @ParameterizedTest
  @ValueSource(strings = {"mirror", "mget -f dir*/*"})
  void withstands200RandomListings(String command) throws Exception {
    for (int first = 0; first < 200; first += 20) {
      try (var server = HostileServer.start(new Random20(first, first % 40 == 0, outside))) {
        assertDecent(run(server, command));
      }
    }
  }

  private List<byte[]> allNames(boolean facts) {
    return HostileNames.all(outside).stream()
        .map(name -> facts ? HostileNames.facts("file", name) : HostileNames.printed('-', name))
        .toList();
  }

  /// It must end in order with a failure in a few words.
  private void assertGivesUp(HostileServer.Manner manner, String commands) throws Exception {
    try (var server = HostileServer.start(manner)) {
      var ended = run(server, commands);

      assertDecent(ended);
      assertThat(ended.exitCode()).as(commands).isBetween(1, 8);
      assertThat(ended.err().lines().filter(line -> line.startsWith("simpleftp:"))).hasSize(1);
    }
  }

  private static void assertDecent(Child.Ended ended) {
    String all = ended.out() + ended.err();
    assertThat(all).doesNotContain("Exception", "OutOfMemory", "\tat ", "evil");
    assertThat(all.chars().filter(c -> c != '\n' && isControl(c)).boxed())
        .as("control characters")
        .isEmpty();
  }

  private static boolean isControl(int c) {
    return Character.isISOControl(c) || c == 0x202E;
  }

  private Child.Ended run(HostileServer server, String commands) throws Exception {
    return run(server, commands, SMALL_HEAP);
  }

  /// The bytes it prints must be UTF-8, too.
  private Child.Ended run(HostileServer server, String commands, String heap) throws Exception {
    var client =
        ClientCommand.guest(target, server.port(), commands)
            .in(heap, ClientCommand.QUICK_START)
            .keepingIn(outside.resolveSibling("state"));
    Path out = Files.createTempFile("hostile", ".out");
    Path err = Files.createTempFile("hostile", ".err");
    try {
      int code = client.into(out, err);
      return new Child.Ended(
          code,
          Files.readString(out, StandardCharsets.UTF_8),
          Files.readString(err, StandardCharsets.UTF_8));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  private Map<String, String> world() throws IOException {
    Map<String, String> world = TestFiles.tree(outside);
    for (String name : TestFiles.names(folder)) {
      if (!name.equals("state")) {
        world.put("beside: " + name, "");
      }
    }
    return world;
  }

  /// Lists the same lines everywhere at the top, and nothing below.
  private record Listed(boolean facts, List<byte[]> lines) implements HostileServer.Manner {
    @Override
    public void list(String path, OutputStream to) throws IOException {
      for (byte[] line : path.equals("/") ? lines : List.<byte[]>of()) {
        to.write(line);
      }
    }
  }

  /// Lists 20 directories at the top, and at random in each.
  private record Random20(int first, boolean facts, Path outside) implements HostileServer.Manner {
    @Override
    public void list(String path, OutputStream to) throws IOException {
      if (path.equals("/")) {
        for (int i = first; i < first + 20; i++) {
          String name = "dir" + i;
          to.write(facts ? HostileNames.facts("dir", name) : HostileNames.printed('d', name));
        }
      } else if (path.matches("/dir[0-9]+")) {
        var random = new Random(Long.parseLong(path.substring(4)));
        for (byte[] line : HostileNames.random(random, outside, facts)) {
          to.write(line);
        }
      }
    }
  }

  /// Answers one command without an end.
  private record Babbling(String at, String text) implements HostileServer.Manner {
    @Override
    public void list(String path, OutputStream to) throws IOException {
      to.write(HostileNames.facts("file", "a"));
    }

    @Override
    public boolean answer(String verb, OutputStream control) throws IOException {
      while (verb.equals(at)) {
        control.write(text.getBytes(StandardCharsets.UTF_8));
      }
      return false;
    }
  }
}
