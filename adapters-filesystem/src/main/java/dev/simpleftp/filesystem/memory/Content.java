package dev.simpleftp.filesystem.memory;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// The bytes of a file: they never change, so readers need no lock.
///
/// @param chunks one after the other; none is empty
/// @param size octets in all of them
record Content(List<ByteBuffer> chunks, long size) {
  static final Content EMPTY = new Content(List.of(), 0);

  Content {
    chunks = List.copyOf(chunks);
  }

  /// The first octets, without copying them.
  Content prefix(long length) {
    List<ByteBuffer> result = new ArrayList<>();
    long left = length;
    for (ByteBuffer chunk : chunks) {
      if (left == 0) {
        break;
      }
      int taken = (int) Math.min(left, chunk.limit());
      result.add(chunk.slice(0, taken));
      left -= taken;
    }
    return new Content(result, length);
  }

  /// The octets from this offset on, as buffers of the caller's own.
  List<ByteBuffer> from(long offset) {
    List<ByteBuffer> result = new ArrayList<>();
    long skipped = offset;
    for (ByteBuffer chunk : chunks) {
      int skip = (int) Math.min(skipped, chunk.limit());
      skipped -= skip;
      if (skip < chunk.limit()) {
        result.add(chunk.duplicate().position(skip));
      }
    }
    return result;
  }
}
