package dev.simpleftp.socket.channel;

import dev.simpleftp.application.port.out.ProgressListener;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/// The two directions of a data connection as a transfer sees them: bare, or compressed.
public interface DataStream extends ProgressListener {

  /// Where bytes for the other side go.
  WritableByteChannel sink();

  /// Where bytes of the other side come from.
  ReadableByteChannel source();
}
