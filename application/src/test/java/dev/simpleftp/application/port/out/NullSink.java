package dev.simpleftp.application.port.out;

import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/// Takes everything and keeps nothing.
final class NullSink implements WritableByteChannel {

  @Override
  public int write(ByteBuffer source) {
    int taken = source.remaining();
    source.position(source.limit());
    return taken;
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void close() {}
}
