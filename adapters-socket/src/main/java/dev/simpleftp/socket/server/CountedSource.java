package dev.simpleftp.socket.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/// Counts what a store was given, so that its own count can be compared with it.
final class CountedSource implements ReadableByteChannel {
  private final ReadableByteChannel source;
  private long given;

  CountedSource(ReadableByteChannel source) {
    this.source = source;
  }

  /// The octets that were read from it.
  long given() {
    return given;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    int count = source.read(target);
    given += Math.max(0, count);
    return count;
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
