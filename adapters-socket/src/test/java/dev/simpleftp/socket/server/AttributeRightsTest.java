package dev.simpleftp.socket.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.application.port.out.Capability;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.application.store.ForwardingFileStore;
import dev.simpleftp.application.store.GuardedFileStore;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Grants;
import dev.simpleftp.domain.Permission;
import dev.simpleftp.domain.WriteMode;
import dev.simpleftp.filesystem.memory.MemoryTree;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Times and permissions where the session may not change them, or the store cannot keep them.
class AttributeRightsTest {
  private final MemoryTree tree = new MemoryTree();

  private ServerFixture over(UnaryOperator<FileStore> around) throws IOException {
    try (FileStore store = tree.newStore();
        Upload upload = store.upload(FilePath.of("/f"), WriteMode.REPLACE)) {
      upload.commit(() -> true);
    }
    return ServerFixture.over(() -> around.apply(tree.newStore()), UnaryOperator.identity());
  }

  private FileEntry file() throws IOException {
    try (FileStore store = tree.newStore()) {
      return store.describe(FilePath.of("/f"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MFMT 20200101000000 f",
        "MFF Modify=20200101000000;UNIX.mode=600; f",
        "MFF UNIX.mode=600; f",
        "MDTM 20200101000000 f",
        "SITE CHMOD 600 f",
        "SITE UTIME 20200101000000 f"
      })
  void refusesWhoeverMayOnlyRead(String command) throws IOException {
    var readOnly = Grants.everywhere(Permission.readOnly());
    try (var server = over(store -> new GuardedFileStore(store, readOnly));
        var wire = server.login()) {
      FileEntry before = file();

      wire.send(command).expect(550);

      assertThat(file()).isEqualTo(before);
    }
  }

  @Test
  void tellsNoRoomToWhoeverMayNotList() throws IOException {
    var nothing = Grants.everywhere(Set.of());
    try (var server = over(store -> new GuardedFileStore(store, nothing));
        var wire = server.login()) {

      wire.send("AVBL").expect(550);
    }
  }

  @Test
  void putsTheTimeBackWhenThePermissionsAreRefused() throws IOException {
    try (var server = over(OnlyTimes::new);
        var wire = server.login()) {
      FileEntry before = file();

      wire.send("MFF Modify=20200101000000;UNIX.mode=600; f").expect(504);

      assertThat(file()).isEqualTo(before);
      wire.send("MFMT 20200101000000 f").expect(213);
      wire.send("SITE CHMOD 600 f").expect(504);
      wire.send("AVBL").expect(504);
    }
  }

  /// A store that keeps times and nothing else.
  private static final class OnlyTimes extends ForwardingFileStore {
    OnlyTimes(FileStore inner) {
      super(inner);
    }

    @Override
    public <T extends Capability> Optional<T> capability(Class<T> type) {
      return type == Capability.Timestamps.class ? super.capability(type) : Optional.empty();
    }
  }
}
