package dev.simpleftp.socket.channel;

import dev.simpleftp.domain.LosslessUtf8;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/// Sends text of any length over a data connection; it never holds more than one block of it.
public final class TextBlocks {
  private static final int BLOCK = 32 * 1024;

  private final DataStream data;
  private final StringBuilder block = new StringBuilder();
  private long sent;

  public TextBlocks(DataStream data) {
    this.data = data;
  }

  /// Where the next piece is appended; [#next()] follows.
  public StringBuilder block() {
    return block;
  }

  /// A piece is complete: sends the block when it is full.
  public void next() throws IOException {
    if (block.length() >= BLOCK) {
      flush();
    }
  }

  /// Sends what is left. Where nothing is, the sink is asked for all the same: in MODE Z a stream
  /// of no octets is more than nothing.
  public void flush() throws IOException {
    WritableByteChannel sink = data.sink();
    ByteBuffer bytes = ByteBuffer.wrap(LosslessUtf8.encode(block.toString()));
    while (bytes.hasRemaining()) {
      sent += sink.write(bytes);
      data.moved(sent);
    }
    block.setLength(0);
  }
}
