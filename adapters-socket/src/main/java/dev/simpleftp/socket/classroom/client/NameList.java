package dev.simpleftp.socket.classroom.client;

import dev.simpleftp.domain.FileName;
import dev.simpleftp.domain.LosslessUtf8;
import dev.simpleftp.domain.StoreFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/// Reads what `ls` brings: the names, joined by line ends.
final class NameList {
  private static final int BLOCK = 64 * 1024;

  /// The server decides how much comes; this much is held in memory, and no more.
  private static final int MOST_MEBIBYTES = 16;

  private static final int MOST = MOST_MEBIBYTES * 1024 * 1024;

  private NameList() {}

  /// The names that are safe ones; others are left out.
  ///
  /// @throws StoreFailure the list is too long
  static List<FileName> read(ClassroomTransfer transfer) throws IOException {
    var bytes = new ByteArrayOutputStream();
    ByteBuffer block = ByteBuffer.allocate(BLOCK);
    while (transfer.read(block.clear()) >= 0) {
      bytes.write(block.array(), 0, block.position());
      if (bytes.size() > MOST) {
        throw new StoreFailure(
            "The server's list of names is longer than %d MiB; it was given up."
                .formatted(MOST_MEBIBYTES));
      }
    }
    transfer.received("FILES LISTED");
    return LosslessUtf8.decode(bytes.toByteArray())
        .lines()
        .filter(FileName::isValid)
        .map(FileName::new)
        .toList();
  }
}
