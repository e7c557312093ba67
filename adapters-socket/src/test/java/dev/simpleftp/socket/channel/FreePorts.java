package dev.simpleftp.socket.channel;

import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/// Finds ports that nobody holds, for tests that need a range.
///
/// They lie below the ports that systems give to outgoing connections, or one of those would take
/// them away in the middle of a test.
public final class FreePorts {
  private static final int MOST_TRIES = 100;
  private static final int LOWEST = 12_000;
  private static final int HIGHEST = 32_000;

  private FreePorts() {}

  /// The first of so many free ports in a row on the loopback address.
  public static int inARow(int count) throws IOException {
    for (int i = 0; i < MOST_TRIES; i++) {
      List<Closeable> held = new ArrayList<>();
      try {
        int first = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
        for (int port = first; port < first + count; port++) {
          held.add(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
        }
        return first;
      } catch (BindException _) {
        // Somebody is in the way; look elsewhere.
      } finally {
        for (Closeable socket : held) {
          socket.close();
        }
      }
    }
    throw new IOException("There are no free ports in a row.");
  }
}
