package dev.simpleftp.socket.channel;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.random.RandomGenerator;

/// The ports that passive data connections may use.
///
/// A port is chosen at random, so that a stranger cannot guess where the next file will pass.
///
/// @param first the lowest port; 0 leaves the choice to the system
/// @param last the highest port
public record PassivePorts(int first, int last) {
  /// Any free port of the system.
  public static final PassivePorts ANY = new PassivePorts(0, 0);

  private static final int BACKLOG = 8;

  public PassivePorts {
    boolean any = first == 0 && last == 0;
    if (!any && (first < 1 || last > 65_535 || first > last)) {
      throw new IllegalArgumentException(
          "Passive ports are a range such as 50000-50999, from 1 to 65535.");
    }
  }

  /// Listens on a free port of the range.
  ///
  /// @throws BindException when all of them are taken
  ServerSocketChannel listen(InetAddress local, RandomGenerator random) throws IOException {
    int count = last - first + 1;
    int start = random.nextInt(count);
    for (int i = 0; i < count; i++) {
      int port = first + (start + i) % count;
      ServerSocketChannel channel = ServerSocketChannel.open();
      try {
        return channel.bind(new InetSocketAddress(local, port), BACKLOG);
      } catch (BindException _) {
        channel.close();
      } catch (IOException e) {
        channel.close();
        throw e;
      }
    }
    throw new BindException("All passive ports are in use.");
  }
}
