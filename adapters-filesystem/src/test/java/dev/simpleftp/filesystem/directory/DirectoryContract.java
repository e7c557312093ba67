package dev.simpleftp.filesystem.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.application.port.out.Capability;
import dev.simpleftp.application.port.out.Deviation;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.FileStoreContract;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.WriteMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A served directory keeps the whole contract, and nothing of its own stays in it.
@SuppressWarnings("NullAway.Init") // opened before each test
abstract class DirectoryContract extends FileStoreContract {
  private final Durability durability;
  @TempDir Path root;
  private DirectoryTree tree;

  DirectoryContract(Durability durability) {
    super(Set.of(Deviation.NO_RAW_COMMANDS));
    this.durability = durability;
  }

  @Override
  protected void openTree() throws IOException {
    tree = DirectoryTree.open(root, durability);
  }

  @Override
  protected FileStore newStore() {
    return tree.newStore();
  }

  @Override
  protected void closeTree() throws IOException {
    tree.close();
    assertThat(Files.exists(root.resolve(Reserved.AREA))).isFalse();
  }

  @Test
  void cutsAFractionOfASecondBefore1970() throws IOException {
    put("/file", "x");
    var times = store.capability(Capability.Timestamps.class).orElseThrow();

    times.modify(path("/file"), Instant.parse("1955-11-05T06:15:00.9Z"));

    assertThat(store.describe(path("/file")).modified()).isEqualTo("1955-11-05T06:15:00Z");
  }

  @Test
  void keepsATimeToTheNanosecondsOfTheDisk() throws IOException {
    put("/file", "x");
    var times = store.capability(Capability.Timestamps.class).orElseThrow();

    times.modify(path("/file"), Instant.parse("2020-01-01T00:00:00.123456789Z"));

    assertThat(store.describe(path("/file")).modified())
        .isEqualTo("2020-01-01T00:00:00.123456789Z");
  }

  @Test
  void hidesItsOwnFilesFromEveryAbility() throws IOException {
    try (Upload _ = store.upload(path("/file"), WriteMode.REPLACE)) {
      FilePath own = path("/" + Reserved.AREA);
      var times = store.capability(Capability.Timestamps.class).orElseThrow();
      var modes = store.capability(Capability.Permissions.class).orElseThrow();
      var space = store.capability(Capability.Space.class).orElseThrow();

      assertRefused(Refusal.DENIED, () -> times.modify(own, Instant.EPOCH));
      assertRefused(Refusal.DENIED, () -> modes.change(own, 0777));
      assertRefused(Refusal.NOT_FOUND, () -> space.available(own));
    }
  }
}
