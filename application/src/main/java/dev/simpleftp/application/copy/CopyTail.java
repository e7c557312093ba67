package dev.simpleftp.application.copy;

import dev.simpleftp.application.port.out.Download;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.StoreFailure;
import java.io.IOException;
import java.nio.ByteBuffer;

/// The last octets of a part: where nobody computes digests, they must be found again in the
/// source.
final class CopyTail {
  /// Octets that are compared.
  static final int LENGTH = 64 * 1024;

  private CopyTail() {}

  /// The end of a file of this size.
  static ByteBuffer of(FileStore store, FilePath path, long size) throws IOException {
    int length = (int) Math.min(LENGTH, size);
    try (Download download = store.download(path, size - length)) {
      ByteBuffer tail = read(download, length);
      if (tail.remaining() < length) {
        throw new StoreFailure("The unfinished file became shorter while it was read.");
      }
      return tail;
    }
  }

  /// The next octets, fewer at the end of the file.
  static ByteBuffer read(Download download, int length) throws IOException {
    ByteBuffer octets = ByteBuffer.allocate(length);
    int count = 0;
    while (octets.hasRemaining() && count >= 0) {
      count = download.read(octets);
    }
    return octets.flip();
  }
}
