package dev.simpleftp.socket.channel;

import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/// Finds ports that nobody holds, for tests that need a range.
public final class FreePorts {
  private static final int MOST_TRIES = 100;

  private FreePorts() {}

  /// The first of so many free ports in a row on the loopback address.
  public static int inARow(int count) throws IOException {
    for (int i = 0; i < MOST_TRIES; i++) {
      List<Closeable> held = new ArrayList<>();
      try {
        var first = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        held.add(first);
        for (int next = 1; next < count; next++) {
          int port = first.getLocalPort() + next;
          held.add(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
        }
        return first.getLocalPort();
      } catch (BindException | IllegalArgumentException _) {
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
