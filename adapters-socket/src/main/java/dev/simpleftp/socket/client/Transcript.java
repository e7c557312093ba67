package dev.simpleftp.socket.client;

/// Hears the lines of a control connection, passwords masked.
///
/// The received ones are the server's: whoever shows them makes them harmless first.
public interface Transcript {
  /// Hears nothing.
  Transcript NONE =
      new Transcript() {
        @Override
        public void sent(String line) {}

        @Override
        public void received(String line) {}
      };

  /// A command as it was sent; `PASS ***` for any password.
  void sent(String line);

  void received(String line);
}
