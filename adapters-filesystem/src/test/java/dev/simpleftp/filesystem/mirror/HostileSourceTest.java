package dev.simpleftp.filesystem.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.application.copy.CopyTreeService;
import dev.simpleftp.application.port.in.CopyTree;
import dev.simpleftp.application.port.in.CopyTree.Options;
import dev.simpleftp.application.port.in.CopyTree.Report;
import dev.simpleftp.application.port.in.CopyTree.TreeListener;
import dev.simpleftp.application.store.FaultyFileStore;
import dev.simpleftp.application.store.StoreFaults;
import dev.simpleftp.application.store.StoreFaults.Operation;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.filesystem.directory.DirectoryTree;
import dev.simpleftp.filesystem.directory.Durability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Names and links that would lead out of the target.
@SuppressWarnings("NullAway.Init") // made before each test
class HostileSourceTest extends MirrorBench {
  private static final Options OPTIONS = new Options(false, 2, true, false, FILES);

  @TempDir Path root;
  @TempDir Path outside;

  HostileSourceTest() throws IOException {}

  @BeforeEach
  void plantOutside() throws IOException {
    Files.createDirectory(outside.resolve("kept"));
    Files.writeString(outside.resolve("kept/secret"), "secret");
    Files.writeString(outside.resolve("secret"), "secret");
    Files.createDirectory(root.resolve("copy"));
  }

  private Report mirrorToDisk() throws IOException {
    try (DirectoryTree tree = DirectoryTree.open(root, Durability.NONE)) {
      var disk = new Site("file:", tree::newStore);
      var order = new CopyTree.Order(from.at("/from"), disk.at("/copy"), OPTIONS);
      Report report =
          new CopyTreeService(copy, InstantSource.system()).copy(order, TreeListener.NONE);
      disk.endpoint.drop();
      return report;
    }
  }

  private void assertOutsideIsUntouched() {
    assertThat(outside.resolve("secret")).hasContent("secret");
    assertThat(outside.resolve("kept/secret")).hasContent("secret");
    assertThat(outside.toFile().list()).hasSize(2);
    assertThat(root.toFile().list()).containsExactly("copy");
  }

  @Test
  void neverWritesThroughALink() throws IOException {
    from.directory("/from/kept");
    from.file("/from/kept/secret", "overwritten");
    from.file("/from/secret", "overwritten");
    from.file("/from/fine", "fine");
    Files.createSymbolicLink(root.resolve("copy/kept"), outside.resolve("kept"));
    Files.createSymbolicLink(root.resolve("copy/secret"), outside.resolve("secret"));

    Report report = mirrorToDisk();

    assertOutsideIsUntouched();
    assertThat(report.troubles())
        .extracting(t -> t.path().toString())
        .containsExactly("/kept", "/secret");
    assertThat(root.resolve("copy/fine")).hasContent("fine");
    assertThat(Files.isSymbolicLink(root.resolve("copy/kept"))).isTrue();
  }

  @Test
  void removesALinkWithoutFollowingIt() throws IOException {
    Files.createSymbolicLink(root.resolve("copy/link"), outside.resolve("kept"));
    Files.createDirectory(root.resolve("copy/d"));
    Files.createSymbolicLink(root.resolve("copy/d/link"), outside);

    Report report = mirrorToDisk();

    assertOutsideIsUntouched();
    assertThat(root.resolve("copy").toFile().list()).isEmpty();
    assertThat(report.removed()).isEqualTo(3);
  }

  @Test
  void copiesNoLinkAndNoPipe() throws IOException, InterruptedException {
    from.file("/from/file", "x");
    mirrorToDisk();
    Files.createSymbolicLink(root.resolve("copy/link"), outside.resolve("secret"));
    Files.createSymbolicLink(root.resolve("copy/up"), Path.of(".."));
    new ProcessBuilder("mkfifo", root.resolve("copy/pipe").toString()).start().waitFor();
    try (DirectoryTree tree = DirectoryTree.open(root, Durability.NONE)) {
      var disk = new Site("file:", tree::newStore);
      var order = new CopyTree.Order(disk.at("/copy"), to.at("/to"), OPTIONS);

      Report report =
          new CopyTreeService(copy, InstantSource.system()).copy(order, TreeListener.NONE);

      disk.endpoint.drop();
      assertThat(report.skipped()).isEqualTo(3);
      assertThat(report.isComplete()).isTrue();
    }
    assertThat(to.content("/to").keySet()).containsExactly("/file");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "...",
        "..\\..\\x",
        "~",
        "C:",
        "%2e%2e",
        "\u2024\u2024",
        "a\u0007b",
        "-rf",
        "nul."
      })
  void oddNamesStayInTheTarget(String name) throws IOException {
    from.directory("/from/" + name);
    from.file("/from/" + name + "/" + name, "x");

    Report report = mirrorToDisk();

    assertOutsideIsUntouched();
    assertThat(report.copied()).isEqualTo(1);
    assertThat(Files.isDirectory(root.resolve("copy"), LinkOption.NOFOLLOW_LINKS)).isTrue();
  }

  @Test
  void aNameThatTheTargetRefusesIsTold() throws IOException {
    from.directory("/from/x");
    from.file("/from/x/y", "x");
    from.file("/from/z", "x");
    to.around =
        store ->
            new FaultyFileStore(
                store,
                StoreFaults.of((operation, path) -> {
                  if (operation == Operation.MAKE_DIRECTORY) {
                    throw new Refused(Refusal.BAD_NAME);
                  }
                  assertThat(path.names()).hasSizeLessThan(3);
                }));

    Report report = mirror(OPTIONS);

    assertThat(report.troubles()).hasSize(1);
    assertThat(to.content("/to").keySet()).isEqualTo(Set.of("/z"));
  }
}
