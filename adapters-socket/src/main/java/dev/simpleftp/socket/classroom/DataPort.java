package dev.simpleftp.socket.classroom;

import dev.simpleftp.domain.Peer;
import dev.simpleftp.socket.channel.DataConnection;
import dev.simpleftp.socket.channel.PassiveListener;
import dev.simpleftp.socket.channel.Watchdog;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/// The one data connection of a transfer: a fresh port, told to the client.
///
/// Closed without [#finish()] it is cut, so that nobody takes half a file for a whole one.
final class DataPort implements Closeable {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SegmentChannel channel;
  private final Peer peer;
  private final Watchdog watchdog;
  private final ClassroomConfig config;
  private volatile @Nullable PassiveListener listening;
  private volatile @Nullable DataConnection connection;

  DataPort(SegmentChannel channel, Peer peer, Watchdog watchdog, ClassroomConfig config) {
    this.channel = channel;
    this.peer = peer;
    this.watchdog = watchdog;
    this.config = config;
  }

  /// Tells the port and waits for the client. Asked once, after the store agreed.
  DataConnection open() throws IOException {
    try (var listener = PassiveListener.open(config.dataPorts(), channel.route(), RANDOM)) {
      listening = listener;
      int port = listener.port();
      channel.say("DATA_PORT " + port);
      SocketChannel socket = listener.connect(config.limits().dataAccept());
      var opened =
          new DataConnection(
              socket, watchdog, config.limits().stall(), config.limits().leastRate());
      connection = opened;
      config.events().dataConnected(peer, port);
      return opened;
    }
  }

  /// All went well: the client sees the end of the data.
  void finish() throws IOException {
    DataConnection opened = connection;
    if (opened != null) {
      opened.close();
    }
  }

  /// Ends whatever it waits for; any thread may.
  @Override
  public void close() throws IOException {
    PassiveListener listener = listening;
    if (listener != null) {
      listener.close();
    }
    DataConnection opened = connection;
    if (opened != null) {
      opened.abort();
    }
  }
}
