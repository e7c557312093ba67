package dev.simpleftp.socket.channel;

import java.io.Closeable;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/// How the one data connection of a transfer will come about.
///
/// Any thread may close it, which wakes the one that waits in [#connect].
public sealed interface DataConnector extends Closeable permits PassiveListener, ActiveDialer {

  /// Makes the connection. Asked again when it was a stranger's.
  ///
  /// @throws SocketTimeoutException when it did not come about in time
  SocketChannel connect(Duration patience) throws IOException;

  /// The right connection was made: nobody else is let in.
  void stopListening() throws IOException;

  /// The port that the client was told, or that it told us.
  int port() throws IOException;
}
