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
        public void place(long sent) {}

        @Override
        public void giveUp(long sent) {}
      };

  /// Whether the name changes only in [#place], some time after the bytes are there.
  boolean isLate();

  /// Gives the bytes their name.
  ///
  /// @param sent octets that the upload added
  void place(long sent) throws IOException;

  /// Leaves what was sent as it shall stay.
  ///
  /// @param sent octets that the upload added, perhaps not all of them arrived
  void giveUp(long sent) throws IOException;
}
