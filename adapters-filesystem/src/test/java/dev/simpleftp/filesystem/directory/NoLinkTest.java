package dev.simpleftp.filesystem.directory;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A name is looked at before it is opened, and a link may have taken it by then.
@EnabledOnOs(OS.LINUX)
@SuppressWarnings("NullAway.Init") // made before each test
class NoLinkTest {
  private static final Path LINK = Path.of("link");

  @TempDir Path root;
  @TempDir Path outside;

  @BeforeEach
  void plantLink() throws IOException {
    Path secret = Files.writeString(outside.resolve("secret"), "secret");
    Files.createSymbolicLink(root.resolve(LINK), secret);
  }

  @Test
  void opensNoFileThroughALink() throws IOException {
    try (DirectoryStream<Path> handle = Files.newDirectoryStream(root);
        var directory = new SecureDirectory((SecureDirectoryStream<Path>) handle, root, false)) {
      assertOpensNothing(directory);
    }
  }

  @Test
  void opensNoFileThroughALinkWhereThereAreNoHandles() throws IOException {
    try (var directory = new PlainDirectory(root, false)) {
      assertOpensNothing(directory);
    }
  }

  private static void assertOpensNothing(Directory directory) {
    for (StandardOpenOption option : Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      assertThatThrownBy(() -> directory.openFile(LINK, Set.of(option)))
          .isInstanceOf(IOException.class);
    }
  }
}
