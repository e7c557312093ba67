package dev.simpleftp.socket.client;

import dev.simpleftp.domain.LosslessUtf8;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// The lines of a listing as they come in; one beyond every sensible length is left out.
final class LineReader {
  private static final int MAX_LENGTH = 8 * 1024;

  private final DataTransfer transfer;
  private final ByteBuffer buffer;
  private final byte[] line = new byte[MAX_LENGTH];
  private int length;

  LineReader(DataTransfer transfer, ByteBuffer buffer) {
    this.transfer = transfer;
    this.buffer = buffer.clear().flip();
  }

  /// The next line without its end, or null behind the last one.
  @Nullable String next() throws IOException {
    while (true) {
      if (!buffer.hasRemaining() && !fill()) {
        return length > 0 ? take() : null;
      }
      byte b = buffer.get();
      if (b == '\n') {
        return take();
      }
      if (length < MAX_LENGTH) {
        line[length] = b;
      }
      length = Math.min(length + 1, MAX_LENGTH + 1);
    }
  }

  private boolean fill() throws IOException {
    int n = transfer.read(buffer.clear());
    buffer.flip();
    return n >= 0;
  }

  private String take() {
    boolean cr = length > 0 && length <= MAX_LENGTH && line[length - 1] == '\r';
    int end = cr ? length - 1 : length;
    length = 0;
    return end > MAX_LENGTH ? "" : LosslessUtf8.decode(line, 0, end);
  }
}
