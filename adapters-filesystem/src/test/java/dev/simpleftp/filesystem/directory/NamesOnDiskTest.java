package dev.simpleftp.filesystem.directory;

import static dev.simpleftp.filesystem.directory.TreeFixture.assertRefused;
import static dev.simpleftp.filesystem.directory.TreeFixture.get;
import static dev.simpleftp.filesystem.directory.TreeFixture.names;
import static dev.simpleftp.filesystem.directory.TreeFixture.path;
import static dev.simpleftp.filesystem.directory.TreeFixture.put;
import static dev.simpleftp.filesystem.directory.TreeFixture.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.WriteMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Names as bytes on the disk, and the names a served tree keeps for itself.
@SuppressWarnings("NullAway.Init") // opened before each test
class NamesOnDiskTest {
  private static final String BESIDE = "/d/" + Reserved.beside("0123456789abcdef", 1);

  @TempDir Path root;
  private DirectoryTree tree;
  private FileStore store;

  @BeforeEach
  void open() throws IOException {
    tree = DirectoryTree.open(root, Durability.NONE);
    store = tree.newStore();
  }

  @AfterEach
  void close() throws IOException {
    store.close();
    tree.close();
  }

  private boolean shell(String script) throws Exception {
    return run("sh", "-c", "cd '" + root + "' && " + script);
  }

  @Test
  void readsNamesThatAreNotUtf8() throws Exception {
    assertThat(shell("printf x > \"$(printf 'caf\\351')\"")).isTrue();

    assertThat(names(store, "/")).containsExactly("caf\uDCE9");
    assertThat(get(store, "/caf\uDCE9")).isEqualTo("x");
  }

  @Test
  void writesTheBytesOfTheName() throws Exception {
    put(store, "/\u6F22\uDCFF", "x");

    assertThat(shell("test -f \"$(printf '\\346\\274\\242\\377')\"")).isTrue();
  }

  @Test
  void leavesOutNamesThatWouldBreakALine() throws IOException {
    Files.writeString(root.resolve("a\r\n-rw-r--r-- 1 0 0 0 Jan 1 00:00 forged"), "x");
    Files.writeString(root.resolve("good"), "x");

    assertThat(names(store, "/")).containsExactly("good");
  }

  @Test
  void showsNothingOfTheReservedDirectory() throws IOException {
    put(store, "/file", "x");
    assertThat(root.resolve(Reserved.AREA)).isDirectory();

    assertThat(names(store, "/")).containsExactly("file");
    assertRefused(Refusal.NOT_FOUND, () -> store.describe(path("/.simpleftp")));
    assertRefused(Refusal.NOT_FOUND, () -> store.list(path("/.simpleftp")));
    assertRefused(Refusal.NOT_FOUND, () -> store.download(path("/.simpleftp/x"), 0));
  }

  @Test
  void deniesEveryChangeOfReservedNames() throws IOException {
    put(store, "/file", "x");
    store.makeDirectory(path("/d"));

    for (String reserved : new String[] {"/.simpleftp", "/.simpleftp/x", BESIDE}) {
      assertRefused(Refusal.DENIED, () -> store.upload(path(reserved), WriteMode.REPLACE));
      assertRefused(Refusal.DENIED, () -> store.makeDirectory(path(reserved)));
      assertRefused(Refusal.DENIED, () -> store.removeFile(path(reserved)));
      assertRefused(Refusal.DENIED, () -> store.removeDirectory(path(reserved)));
      assertRefused(Refusal.DENIED, () -> store.rename(path(reserved), path("/x")));
      assertRefused(Refusal.DENIED, () -> store.rename(path("/file"), path(reserved)));
    }
  }

  @Test
  void reservesNoMoreThanItNeeds() throws IOException {
    store.makeDirectory(path("/d"));
    put(store, "/d/.simpleftp", "x");
    put(store, "/.simpleftp-notes.part", "y");

    assertThat(get(store, "/d/.simpleftp")).isEqualTo("x");
    assertThat(names(store, "/")).containsExactlyInAnyOrder("d", ".simpleftp-notes.part");
  }

  @Test
  void givesEveryFileAnIdentityWithoutBlanks() throws IOException {
    put(store, "/a", "x");
    put(store, "/b", "x");

    String a = store.describe(path("/a")).unique();
    assertThat(a).matches("[0-9a-f]+g[0-9a-f]+").isNotEqualTo(store.describe(path("/b")).unique());
  }
}
