package dev.simpleftp.socket.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/// A source that may yield only so many octets.
public final class BoundedSource implements ReadableByteChannel {
  private final ReadableByteChannel source;
  private final long most;
  private final int code;
  private final String text;
  private long taken;

  /// @param most the octets it may yield
  /// @param code of the reply when there are more
  /// @param text of that reply
  public BoundedSource(ReadableByteChannel source, long most, int code, String text) {
    this.source = source;
    this.most = most;
    this.code = code;
    this.text = text;
  }

  /// @throws DataRejected as soon as there are more octets than allowed
  @Override
  public int read(ByteBuffer bytes) throws IOException {
    int n = source.read(bytes);
    taken += Math.max(n, 0);
    if (taken > most) {
      throw new DataRejected(code, text);
    }
    return n;
  }

  @Override
  public boolean isOpen() {
    return source.isOpen();
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
