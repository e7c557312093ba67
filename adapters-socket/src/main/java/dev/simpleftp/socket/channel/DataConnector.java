package dev.simpleftp.socket.channel;

import java.io.Closeable;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/// How the one data connection of a transfer will come about; used once.
///
/// Any thread may close it, which wakes the one that waits in [#connect].
public sealed interface DataConnector extends Closeable permits PassiveListener, ActiveDialer {

  /// Makes the connection and needs nothing more for itself.
  ///
  /// @throws SocketTimeoutException when it did not come about in time
  SocketChannel connect(Duration patience) throws IOException;

  /// The port that the client was told, or that it told us.
  int port() throws IOException;
}
