package dev.simpleftp.e2e.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A connection of the client, and the one to the server that continues it.
final class Link implements AutoCloseable {
  private final Socket client;
  private final Socket server;
  private final AtomicInteger flowing = new AtomicInteger(2);
  private final CountDownLatch closed = new CountDownLatch(1);

  private Link(Socket client, Socket server) {
    this.client = client;
    this.server = server;
  }

  /// Continues this connection to this port.
  static Link of(Socket client, int port) throws IOException {
    boolean connected = false;
    try {
      client.setTcpNoDelay(true);
      var server = new Socket(InetAddress.getLoopbackAddress(), port);
      server.setTcpNoDelay(true);
      connected = true;
      return new Link(client, server);
    } finally {
      if (!connected) {
        client.close();
      }
    }
  }

  Socket from(Flow flow) {
    return flow.isUp() ? client : server;
  }

  Socket to(Flow flow) {
    return flow.isUp() ? server : client;
  }

  /// One of the two flows is at its end.
  void ended() {
    if (flowing.decrementAndGet() == 0) {
      close();
    }
  }

  /// Waits so long.
  ///
  /// @return false when the link was closed meanwhile
  boolean waits(Duration time) throws InterruptedException {
    return !closed.await(time.toNanos(), TimeUnit.NANOSECONDS);
  }

  boolean isClosed() {
    return closed.getCount() == 0;
  }

  /// Ends it as a crashed machine does: both ends are told of a reset.
  void reset() {
    for (Socket socket : new Socket[] {client, server}) {
      try {
        socket.setSoLinger(true, 0);
      } catch (IOException _) {
        // It is closed already.
      }
    }
    close();
  }

  @Override
  public void close() {
    closed.countDown();
    for (Socket socket : new Socket[] {client, server}) {
      try {
        socket.close();
      } catch (IOException _) {
        // It is closed already.
      }
    }
  }
}
