package dev.simpleftp.application.port.out;

import dev.simpleftp.domain.FileEntry;
import java.io.Closeable;
import java.io.IOException;

/// An open directory: its entries come one after the other and are never held all at once.
public interface Listing extends Closeable {

  /// Hands over each entry once, in the store's own order, without `.` and `..`.
  ///
  /// @return how many there were
  long forEach(Visitor visitor) throws IOException;

  /// How many more entries there may be that the store could not read or name; known after
  /// [#forEach]. Who takes what is not listed for missing, and removes it elsewhere, asks first.
  default long unread() {
    return 0;
  }

  @Override
  void close() throws IOException;

  /// Takes one entry.
  @FunctionalInterface
  interface Visitor {
    void visit(FileEntry entry) throws IOException;
  }
}
