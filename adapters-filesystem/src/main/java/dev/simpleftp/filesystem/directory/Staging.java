package dev.simpleftp.filesystem.directory;

import dev.simpleftp.domain.WriteMode;
import java.io.Closeable;
import java.io.IOException;

/// Where unfinished things stand until they are complete.
interface Staging extends Closeable {

  /// Makes the unfinished file, with what it keeps of the old content already in it.
  ///
  /// @throws dev.simpleftp.domain.Refused OFFSET_BEYOND_END
  Part begin(Target target, WriteMode mode) throws IOException;

  /// Brings a finished part onto the mount of its target, when moving it there in one step failed.
  Part closer(Part part, Target target) throws IOException;

  void makeDirectory(Target target) throws IOException;

  @Override
  void close() throws IOException;
}
