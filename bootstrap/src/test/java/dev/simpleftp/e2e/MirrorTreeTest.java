package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The tree that mirrors are tried on, and what compares two of them.
class MirrorTreeTest {
  private static final MirrorTree SMALL =
      new MirrorTree(7, 400, 40, ForeignServerContract.oddNames());

  @TempDir Path one;
  @TempDir Path two;

  @BeforeEach
  void write() throws IOException {
    Tools.requireUnicodeNames();
    SMALL.write(one);
    SMALL.write(two);
  }

  @Test
  void isTheSameForTheSameSeed() throws IOException {
    assertThat(TreeDifference.first(one, two, Duration.ZERO)).isEmpty();
  }

  @Test
  void holdsAsManyFilesAndFoldersAsAskedFor() throws IOException {
    try (var below = Files.walk(one)) {
      assertThat(below.filter(Files::isRegularFile).count()).isEqualTo(400);
    }
    try (var below = Files.walk(one)) {
      assertThat(below.filter(Files::isDirectory).count()).isEqualTo(40 + 1);
    }
  }

  @Test
  void holdsEmptyFilesAndFoldersAndOddNames() throws IOException {
    try (var below = Files.walk(one)) {
      assertThat(below.toList())
          .anyMatch(path -> path.toFile().isFile() && path.toFile().length() == 0)
          .anyMatch(path -> path.toFile().isDirectory() && path.toFile().list().length == 0)
          .anyMatch(path -> path.endsWith("*?[x]"))
          .anyMatch(path -> path.endsWith("trail "));
    }
  }

  @Test
  void findsAFileThatIsMissing() throws IOException {
    Files.delete(someFile());

    assertThat(TreeDifference.first(one, two, Duration.ZERO)).get().asString().contains("missing");
  }

  @Test
  void findsAFolderTooMuch() throws IOException {
    Files.createDirectory(two.resolve("more"));

    assertThat(TreeDifference.first(one, two, Duration.ZERO)).contains("too much: more");
  }

  @Test
  void findsAnotherSize() throws IOException {
    Files.writeString(someFile(), "other");

    assertThat(TreeDifference.first(one, two, Duration.ZERO)).get().asString().contains("bytes");
  }

  @Test
  void findsAnotherContent() throws IOException {
    byte[] content = Files.readAllBytes(someFile());
    content[content.length - 1] ^= 1;
    Files.write(someFile(), content);

    assertThat(TreeDifference.first(one, two, TreeDifference.ANY_TIME))
        .get()
        .asString()
        .contains("other content");
  }

  @Test
  void findsAnotherTimeBeyondTheTolerance() throws IOException {
    var time = Files.getLastModifiedTime(someFile()).toInstant();
    Files.setLastModifiedTime(someFile(), FileTime.from(time.plusSeconds(2)));

    assertThat(TreeDifference.first(one, two, Duration.ofSeconds(2))).isEmpty();
    assertThat(TreeDifference.first(one, two, Duration.ofSeconds(1))).isPresent();
  }

  @Test
  void findsADirectoryInThePlaceOfAFile() throws IOException {
    Path file = someFile();
    Files.delete(file);
    Files.createDirectory(file);

    assertThat(TreeDifference.first(one, two, TreeDifference.ANY_TIME))
        .get()
        .asString()
        .contains("another kind");
  }

  private Path someFile() throws IOException {
    try (var below = Files.walk(two)) {
      return below
          .filter(path -> Files.isRegularFile(path) && path.toFile().length() > 10)
          .sorted()
          .findFirst()
          .orElseThrow();
    }
  }
}
