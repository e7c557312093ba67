package dev.simpleftp.socket.tls;

import java.io.IOException;
import java.nio.ByteBuffer;

/// Bytes that have come and were not yet decrypted, in as little memory as will do.
final class SealedBytes {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  /// Several records come with one system call.
  private static final int MOST_RECORDS_AT_ONCE = 4;

  /// Room for the beginning of what comes next: most commands are shorter, and most connections
  /// wait.
  private static final int LITTLE = 512;

  private ByteBuffer bytes = NOTHING;
  private boolean muchComes;

  /// The bytes, from position to limit.
  ByteBuffer bytes() {
    return bytes;
  }

  boolean isEmpty() {
    return !bytes.hasRemaining();
  }

  /// Whoever waits keeps no large buffer.
  void rest() {
    if (isEmpty()) {
      bytes = NOTHING;
      muchComes = false;
    }
  }

  /// Takes more.
  ///
  /// @param record the most octets of one record
  /// @return how many came, 0 when nothing is there, -1 at the end
  int receive(Source source, int record) throws IOException {
    makeRoom(record);
    int n;
    try {
      n = source.read(bytes);
      muchComes = bytes.capacity() > LITTLE && !bytes.hasRemaining();
    } finally {
      bytes.flip();
    }
    if (n == 0) {
      rest();
    }
    return n;
  }

  /// For several records when that for one was full, for the beginning of one at first.
  private void makeRoom(int record) {
    int first = bytes.capacity() == 0 ? LITTLE : record;
    int needed = muchComes ? record * MOST_RECORDS_AT_ONCE : first;
    if (bytes.capacity() < needed) {
      bytes = ByteBuffer.allocate(needed).put(bytes);
    } else {
      bytes.compact();
    }
  }

  /// Where they come from.
  @FunctionalInterface
  interface Source {
    int read(ByteBuffer into) throws IOException;
  }
}
