package dev.simpleftp.application.copy;

import dev.simpleftp.application.port.out.Capability;
import dev.simpleftp.application.port.out.Download;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.domain.Digest;
import dev.simpleftp.domain.DigestAlgorithm;
import dev.simpleftp.domain.DigestState;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.OctetRange;
import dev.simpleftp.domain.Refused;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/// Digests of files on both sides, as long as one side computes them where the file lies; the other
/// may be read.
final class CopyDigests {
  private static final int BLOCK = 256 * 1024;

  private CopyDigests() {}

  /// The algorithm to compare two stores by: the best one that those that compute know.
  static Optional<DigestAlgorithm> common(FileStore one, FileStore other) {
    List<DigestAlgorithm> first = algorithms(one);
    List<DigestAlgorithm> second = algorithms(other);
    return first.isEmpty() || second.isEmpty()
        ? (first.isEmpty() ? second : first).stream().findFirst()
        : first.stream().filter(second::contains).findFirst();
  }

  static List<DigestAlgorithm> algorithms(FileStore store) {
    return store
        .capability(Capability.Checksums.class)
        .map(Capability.Checksums::algorithms)
        .orElse(List.of());
  }

  /// The digest of these octets; empty when the store says no.
  static Optional<Digest> of(
      FileStore store, FilePath path, DigestAlgorithm algorithm, OctetRange range)
      throws IOException {
    Optional<Capability.Checksums> able = store.capability(Capability.Checksums.class);
    try {
      if (able.isPresent()) {
        return Optional.of(able.get().digest(path, algorithm, range));
      }
      DigestState state = DigestState.of(algorithm);
      return Optional.of(read(store, path, range, state).digest());
    } catch (Refused _) {
      return Optional.empty();
    }
  }

  /// Feeds the octets of this range, which lies in the file.
  ///
  /// @return the state
  static DigestState read(FileStore store, FilePath path, OctetRange range, DigestState state)
      throws IOException {
    ByteBuffer block = ByteBuffer.allocate(BLOCK);
    try (Download download = store.download(path, range.start())) {
      long left = range.length();
      while (left > 0 && download.read(block.clear()) >= 0) {
        block.flip();
        block.limit((int) Math.min(block.limit(), left));
        left -= block.remaining();
        state.update(block);
      }
    }
    return state;
  }
}
