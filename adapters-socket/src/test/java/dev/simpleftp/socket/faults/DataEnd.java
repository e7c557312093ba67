package dev.simpleftp.socket.faults;

import dev.simpleftp.socket.tls.TlsChannel;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/// The client's end of a data connection, which can end in every way.
///
/// @param tls what it is protected by, or null in clear
record DataEnd(SocketChannel socket, @Nullable TlsChannel tls) {

  private ByteChannel channel() {
    return tls == null ? socket : tls;
  }

  DataEnd write(byte[] octets) throws IOException {
    ByteBuffer left = ByteBuffer.wrap(octets);
    while (left.hasRemaining()) {
      channel().write(left);
    }
    return this;
  }

  /// Sends until all is sent or the other side cuts it off.
  void push(byte[] octets) {
    try {
      write(octets).end();
    } catch (IOException _) {
      // Cut off.
    }
  }

  /// The ordinary end of what is sent; under TLS with close_notify.
  void end() throws IOException {
    if (tls != null) {
      tls.endOutput();
    }
    socket.shutdownOutput();
  }

  /// Ends the sending as a system does whose program has died: TLS says nothing.
  void drop() throws IOException {
    socket.shutdownOutput();
  }

  /// Ends both directions at once, and what is under way is lost.
  void reset() throws IOException {
    socket.setOption(StandardSocketOptions.SO_LINGER, 0);
    socket.close();
  }

  byte[] read(int octets) throws IOException {
    return Channels.newInputStream(channel()).readNBytes(octets);
  }

  /// All that comes up to a proper end.
  byte[] readAll() throws IOException {
    return Channels.newInputStream(channel()).readAllBytes();
  }

  /// Whether what comes does not end properly, or brings nothing at all.
  boolean isCut() {
    try {
      return readAll().length == 0;
    } catch (IOException _) {
      return true;
    }
  }
}
