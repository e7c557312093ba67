package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// Our packaged server as a client of others sees it: what each of them must get from it. All is
/// judged by the files on disk, not by what the client says.
@ExtendWith(Bench.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ForeignClientContract implements ForeignClient {
  private Bench bench;

  @BeforeAll
  void prepare(Bench shared) {
    Tools.requireUnicodeNames();
    bench = shared;
  }

  @BeforeEach
  void tidy() throws IOException {
    bench.tidy();
  }

  /// 500 and 502 are for the verbs of nobody.
  @AfterAll
  void onlySentVerbsThatAreKnown() throws IOException {
    assertThat(bench.unknownVerbs()).isEmpty();
  }

  @Override
  public Bench bench() {
    return bench;
  }

  @TestFactory
  Stream<DynamicTest> getsAFile() {
    return routes().stream().map(route -> DynamicTest.dynamicTest(route.name(), () -> get(route)));
  }

  private void get(Route route) throws Exception {
    String name = route.name() + ".bin";
    TestFiles.write(served().resolve(name), 300_007, name.hashCode());

    carryOut(bench.site(route), Step.get(name, name));

    assertThat(local().resolve(name)).hasSameBinaryContentAs(served().resolve(name));
  }

  @Test
  void getsAnEmptyFile() throws Exception {
    Files.createFile(served().resolve("empty"));

    carryOut(site(), Step.get("empty", "empty"));

    assertThat(local().resolve("empty")).isEmptyFile();
  }

  @Test
  void isNotLetInWithAWrongPassword() throws Exception {
    Files.writeString(served().resolve("secret.txt"), "secret");

    for (var invocation : invocations(site().withPassword("wrong"), List.of(Step.list("")))) {
      assertThat(invocation.start(bench).ended().out()).doesNotContain("secret");
    }
  }

  @Test
  void getsFilesOfOddNames() throws Exception {
    List<String> names = oddNames();
    Step[] steps = new Step[names.size()];
    for (int i = 0; i < steps.length; i++) {
      TestFiles.write(served().resolve(names.get(i)), 1000, i);
      steps[i] = Step.get(names.get(i), "got-" + i);
    }

    carryOut(site(), steps);

    for (int i = 0; i < steps.length; i++) {
      assertThat(local().resolve("got-" + i)).hasBinaryContent(TestFiles.bytes(1000, i));
    }
  }

  @Test
  void listsOddNames() throws Exception {
    Path odd = Files.createDirectory(served().resolve("odd"));
    for (String name : ODD_NAMES) {
      Files.createFile(odd.resolve(name));
    }

    assertThat(list("odd"))
        .containsExactlyInAnyOrderElementsOf(ODD_NAMES.stream().map(this::asListed).toList());
  }

  @Test
  void listsTenThousandEntries() throws Exception {
    assertThat(list(Bench.MANY).stream().sorted().toList()).isEqualTo(Bench.MANY_NAMES);
  }

  @Test
  void goesOnAfterAnInterruptedDownload() throws Exception {
    TestFiles.sparse(served().resolve("big.bin"), 8 * TestFiles.GIB);
    TestFiles.write(served().resolve("small.bin"), 100_000, 1);

    interrupt(Step.get("big.bin", "big.bin"));

    carryOut(site(), Step.get("small.bin", "small.bin"));
    assertThat(local().resolve("small.bin")).hasSameBinaryContentAs(served().resolve("small.bin"));
  }

  /// The bare names this client sees.
  private List<String> list(String directory) throws Exception {
    return names(carryOut(site(), Step.list(directory)));
  }

  /// The names in what the client printed as a listing: a line each, unless it adds something.
  List<String> names(String printed) {
    return printed.lines().toList();
  }

  /// How this client shows a name in a listing.
  String asListed(String name) {
    return name;
  }
}
