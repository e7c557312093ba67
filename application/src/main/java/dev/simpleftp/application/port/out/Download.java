package dev.simpleftp.application.port.out;

import dev.simpleftp.domain.FileEntry;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/// A file agreed for reading.
///
/// It can be read like any channel; [#transferTo] moves the rest in the fastest way the store knows
/// (on a directory and a socket: without a copy through this process).
public interface Download extends ReadableByteChannel {

  /// The file as it was when it was opened. Its size is what a complete transfer reaches.
  FileEntry entry();

  /// Whether the size was told by somebody who counts what he sends: if more comes, the file was
  /// changed or the size was wrong. Other files, such as those of `/proc`, may just be longer.
  default boolean isSizePromised() {
    return false;
  }

  /// Moves all that is left into the sink and comes back when the sink took it.
  ///
  /// @return octets moved; fewer than promised only when the file shrank
  /// @throws IOException when the sink broke, or the source did
  long transferTo(WritableByteChannel sink, ProgressListener progress) throws IOException;

  @Override
  void close() throws IOException;
}
