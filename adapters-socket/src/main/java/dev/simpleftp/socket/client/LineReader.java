package dev.simpleftp.socket.client;

import dev.simpleftp.domain.LosslessUtf8;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// The lines of a listing as they come in; one beyond every sensible length is empty, and counted.
///
/// Bytes that are no UTF-8 stay in the text, so a name can be asked for as it was listed.
final class LineReader {
  private static final int MAX_LENGTH = 8 * 1024;

  private final DataTransfer transfer;
  private final ByteBuffer buffer;
  private final byte[] line = new byte[MAX_LENGTH];
  private int length;
  private long tooLong;

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

  /// How many lines were too long so far.
  long tooLong() {
    return tooLong;
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
    if (end > MAX_LENGTH) {
      tooLong++;
      return "";
    }
    return LosslessUtf8.decode(line, 0, end);
  }
}
