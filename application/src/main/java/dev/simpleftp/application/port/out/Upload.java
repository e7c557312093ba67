package dev.simpleftp.application.port.out;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.function.BooleanSupplier;

/// New content on its way to a name. Closed without a commit, it was never there.
public interface Upload extends Closeable {

  /// Takes all the source has, in the fastest way the store knows. A [Download] as the source may
  /// move itself.
  ///
  /// @return octets taken
  /// @throws dev.simpleftp.domain.Refused NO_SPACE, OVER_QUOTA
  /// @throws dev.simpleftp.domain.StoreFailure when the store broke; any other exception is the
  ///   source's
  long transferFrom(ReadableByteChannel source, ProgressListener progress) throws IOException;

  /// Puts the content in its place in one step: bytes forced, then `stillWanted` asked, then the
  /// name moved over the old one, then the directory forced.
  ///
  /// @param stillWanted asked as late as possible whether the sender is still there; `false` gives
  ///   up
  /// @return whether the content stands; `false` when it was no longer wanted
  /// @throws dev.simpleftp.domain.Refused ALREADY_EXISTS when a new file would replace something
  boolean commit(BooleanSupplier stillWanted) throws IOException;

  /// Ends the upload; what was not committed is given up and leaves no trace, unless the store says
  /// that it keeps unfinished files.
  @Override
  void close() throws IOException;
}
