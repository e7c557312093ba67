package dev.simpleftp.application.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.simpleftp.application.port.out.Capability;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.domain.DigestAlgorithm;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Grants;
import dev.simpleftp.domain.OctetRange;
import dev.simpleftp.domain.Permission;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.WriteMode;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GuardedFileStoreTest {
  private final RecordingFileStore inner = new RecordingFileStore();

  /// One operation of a store and the right it needs.
  enum Operation {
    DESCRIBE(Permission.LIST),
    LIST(Permission.LIST),
    DOWNLOAD(Permission.READ),
    UPLOAD(Permission.WRITE),
    MAKE_DIRECTORY(Permission.MAKE_DIRECTORY),
    REMOVE_FILE(Permission.REMOVE),
    REMOVE_DIRECTORY(Permission.REMOVE),
    RENAME(Permission.RENAME),
    MODIFY(Permission.WRITE),
    CHANGE_MODE(Permission.WRITE),
    AVAILABLE(Permission.LIST),
    DIGEST(Permission.READ),
    PLACE_OF_UNFINISHED(Permission.WRITE);

    private final Permission needed;

    Operation(Permission needed) {
      this.needed = needed;
    }

    void runOn(FileStore store, FilePath path) throws IOException {
      switch (this) {
        case DESCRIBE -> store.describe(path);
        case LIST -> store.list(path).close();
        case DOWNLOAD -> store.download(path, 0).close();
        case UPLOAD -> store.upload(path, WriteMode.REPLACE).close();
        case MAKE_DIRECTORY -> store.makeDirectory(path);
        case REMOVE_FILE -> store.removeFile(path);
        case REMOVE_DIRECTORY -> store.removeDirectory(path);
        case RENAME -> store.rename(path, path);
        case MODIFY -> ability(store, Capability.Timestamps.class).modify(path, Instant.EPOCH);
        case CHANGE_MODE -> ability(store, Capability.Permissions.class).change(path, 0644);
        case AVAILABLE -> ability(store, Capability.Space.class).available(path);
        case DIGEST ->
            ability(store, Capability.Checksums.class)
                .digest(path, DigestAlgorithm.CRC32, OctetRange.WHOLE);
        case PLACE_OF_UNFINISHED -> ability(store, Capability.Unfinished.class).placeOf(path);
      }
    }
  }

  private static <T extends Capability> T ability(FileStore store, Class<T> type) {
    return store.capability(type).orElseThrow();
  }

  private Refusal outcome(Operation operation, Set<Permission> rights) throws IOException {
    var store = new GuardedFileStore(inner, Grants.everywhere(rights));
    Refused refused =
        catchThrowableOfType(Refused.class, () -> operation.runOn(store, FilePath.of("/file")));
    return refused == null ? Refusal.UNSUPPORTED : refused.refusal();
  }

  @ParameterizedTest
  @EnumSource
  void deniesWhatTheRightIsMissingFor(Operation operation) throws IOException {
    var others = EnumSet.complementOf(EnumSet.of(operation.needed));

    assertThat(outcome(operation, others)).isEqualTo(Refusal.DENIED);
    assertThat(inner.calls).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void handsOnWhatTheRightIsThereFor(Operation operation) throws IOException {
    assertThat(outcome(operation, EnumSet.of(operation.needed))).isEqualTo(Refusal.UNSUPPORTED);
    assertThat(inner.calls).hasSize(1);
  }

  @Test
  void asksForBothEndsOfARename() throws IOException {
    var grants = new Grants(Map.of(FilePath.of("/mine"), Permission.all()));
    var store = new GuardedFileStore(inner, grants);

    Refused refused =
        catchThrowableOfType(
            Refused.class, () -> store.rename(FilePath.of("/mine/a"), FilePath.of("/b")));

    assertThat(refused.refusal()).isEqualTo(Refusal.DENIED);
    assertThat(inner.calls).isEmpty();
  }

  @Test
  void closesWhatItGuards() throws IOException {
    new GuardedFileStore(inner, Grants.everywhere(Set.of())).close();

    assertThat(inner.calls).containsExactly("close");
  }

  /// Everything everywhere, except that `/in` takes files and shows none.
  private GuardedFileStore withDropBox() throws IOException {
    var dropBox = Set.of(Permission.LIST, Permission.WRITE, Permission.RENAME, Permission.REMOVE);
    var rules = Map.of(FilePath.ROOT, Permission.all(), FilePath.of("/in"), dropBox);
    return new GuardedFileStore(inner, new Grants(rules));
  }

  private static void assertDenied(FileStore store, String from, String to) throws IOException {
    FilePath old = FilePath.of(from);
    FilePath fresh = FilePath.of(to);

    Refused refused = catchThrowableOfType(Refused.class, () -> store.rename(old, fresh));

    assertThat(refused.refusal()).isEqualTo(Refusal.DENIED);
  }

  @Test
  void nobodyGainsRightsByARename() throws IOException {
    GuardedFileStore store = withDropBox();

    assertDenied(store, "/in/secret", "/mine");
    assertDenied(store, "/in", "/mine");
    assertThat(inner.calls).isEmpty();
    store.rename(FilePath.of("/mine"), FilePath.of("/in/mine"));
    store.rename(FilePath.of("/in/a"), FilePath.of("/in/b"));
    assertThat(inner.calls).hasSize(2);
  }

  @Test
  void aDirectoryWithRulesInsideStaysWhereItIs() throws IOException {
    var rules =
        Map.of(FilePath.ROOT, Permission.all(), FilePath.of("/a/in"), Set.of(Permission.LIST));
    var store = new GuardedFileStore(inner, new Grants(rules));

    assertDenied(store, "/a", "/b");
    assertDenied(store, "/c", "/a");
    assertThat(inner.calls).isEmpty();
  }

  /// In this store something stands at every path.
  @Test
  void renamingOntoAFileNeedsTheRightToRemoveIt() throws IOException {
    var rights = EnumSet.complementOf(EnumSet.of(Permission.REMOVE));
    var store = new GuardedFileStore(inner, Grants.everywhere(rights));

    assertDenied(store, "/a", "/b");
  }
}
