package dev.simpleftp.socket.client;

import java.io.IOException;

/// How uploaded bytes come to stand at their name.
interface Placement {
  /// The server puts them there itself, when the data connection ends.
  Placement BY_SERVER =
      new Placement() {
        @Override
        public boolean isLate() {
          return false;
        }

        @Override
        public void place() {}

        @Override
        public void discard() {}
      };

  /// Whether the name changes only in [#place()], some time after the bytes are there.
  boolean isLate();

  void place() throws IOException;

  /// Removes what was sent, as far as it is ours to remove.
  void discard() throws IOException;
}
