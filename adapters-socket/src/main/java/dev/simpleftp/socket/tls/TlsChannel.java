package dev.simpleftp.socket.tls;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;

/// TLS 1.2 or 1.3 over a connected socket (RFC 5246, RFC 8446).
///
/// An end of the bytes counts only when the other side has said so with close_notify: whoever cuts
/// the connection cannot make a part of a file look like the whole. Nothing is negotiated anew
/// under TLS 1.2. One thread reads and writes; any thread may close the socket under it.
public final class TlsChannel implements ByteChannel {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  /// Several records leave with one system call.
  private static final int MOST_RECORDS_AT_ONCE = 4;

  private static final int RECORD = 16 * 1024;

  /// Keys are renewed after hundreds of gibibytes. Whoever wants it more often only makes work.
  private static final int MOST_RENEWALS = 64;

  private final SocketChannel socket;
  private final SSLEngine engine;

  private final SealedBytes sealed = new SealedBytes();

  /// Bytes that were decrypted and not yet asked for, from its position to its limit.
  private ByteBuffer open = NOTHING;

  /// Kept while much is sent; a control connection that says little gives it back.
  private ByteBuffer outgoing = NOTHING;

  private boolean established;

  /// Whether more must arrive before the next record can be opened.
  private boolean starved;

  private boolean ended;
  private boolean outputEnded;
  private int renewals;

  /// Nothing is sent before [#handshake].
  public TlsChannel(SocketChannel socket, SSLEngine engine) {
    this.socket = socket;
    this.engine = engine;
  }

  /// Agrees upon keys; the socket must be in blocking mode.
  ///
  /// @param patience for the whole of it
  /// @throws SocketTimeoutException when it took longer
  /// @throws SSLException when the sides cannot agree
  public void handshake(Duration patience) throws IOException {
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      engine.beginHandshake();
      while (!established) {
        advance(deadline);
      }
      while (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
        wrapHandshake(); // The tickets of TLS 1.3
      }
    } catch (SSLException e) {
      tellWhy(e);
      throw e;
    } catch (Cut _) {
      throw new EOFException("The other side left during the TLS handshake.");
    }
  }

  private void advance(long deadline) throws IOException {
    switch (engine.getHandshakeStatus()) {
      case NEED_TASK -> compute();
      case NEED_WRAP -> wrapHandshake();
      case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> unwrapHandshake(deadline);
      case FINISHED, NOT_HANDSHAKING -> established = true;
    }
  }

  private void compute() {
    for (Runnable task = engine.getDelegatedTask(); task != null; ) {
      task.run();
      task = engine.getDelegatedTask();
    }
  }

  /// Sends the alert that belongs to a failure, so that the other side learns of it.
  private void tellWhy(SSLException failure) {
    try {
      endOutput();
    } catch (IOException e) {
      failure.addSuppressed(e); // The other side is gone, and with it whoever would be told
    }
  }

  /// What was agreed upon.
  public SSLSession session() {
    return engine.getSession();
  }

  /// The name that ALPN chose (RFC 7301), empty without one.
  public String applicationProtocol() {
    String chosen = engine.getApplicationProtocol();
    return chosen == null ? "" : chosen;
  }

  /// Reads what is there. In blocking mode it waits for at least one byte.
  ///
  /// @return 0 in non-blocking mode when nothing is there, -1 after the other side's close_notify
  /// @throws Cut when the connection ended without one
  @Override
  public int read(ByteBuffer to) throws IOException {
    return read(to, socket::read);
  }

  /// Reads what is there, and waits so long for at least one byte; in blocking mode.
  ///
  /// @throws SocketTimeoutException when none came
  public int read(ByteBuffer to, Duration timeout) throws IOException {
    long deadline = System.nanoTime() + timeout.toNanos();
    sealed.rest();
    return read(to, into -> readInTime(into, deadline));
  }

  /// Whether there may be bytes that can be read without looking at the socket.
  public boolean hasPending() {
    return open.hasRemaining() || (!sealed.isEmpty() && !starved);
  }

  /// Encrypts and sends all of it.
  @Override
  public int write(ByteBuffer from) throws IOException {
    int count = from.remaining();
    while (from.hasRemaining()) {
      int records = Math.min(MOST_RECORDS_AT_ONCE, 1 + (from.remaining() - 1) / RECORD);
      ByteBuffer out = outgoing(records);
      for (int i = 0; i < records && from.hasRemaining(); i++) {
        requireOpen(engine.wrap(from, out));
      }
      send(out);
    }
    return count;
  }

  /// Says that nothing more comes (close_notify). Reading goes on.
  public void endOutput() throws IOException {
    if (outputEnded) {
      return;
    }
    outputEnded = true;
    engine.closeOutbound();
    ByteBuffer out = outgoing(1);
    while (engine.wrap(NOTHING, out).bytesProduced() > 0) {
      // One alert at most, and no more records after it.
    }
    send(out);
  }

  @Override
  public boolean isOpen() {
    return socket.isOpen();
  }

  /// Closes the socket. Without [#endOutput] before, the other side sees a connection that broke.
  @Override
  public void close() throws IOException {
    socket.close();
  }

  private int read(ByteBuffer to, SealedBytes.Source source) throws IOException {
    int before = to.position();
    while (to.hasRemaining() && wantsMore(to, before)) {
      if (open.hasRemaining()) {
        take(to);
      } else if (!decrypt(to) && (to.position() > before || !receive(source))) {
        return to.position() - before;
      }
    }
    int count = to.position() - before;
    return count == 0 && ended && to.hasRemaining() ? -1 : count;
  }

  /// Something, and then as many whole records as are here and fit.
  private boolean wantsMore(ByteBuffer to, int before) {
    if (to.position() == before) {
      return open.hasRemaining() || !ended;
    }
    int record = engine.getSession().getApplicationBufferSize();
    return !ended && !starved && !sealed.isEmpty() && to.remaining() >= record;
  }

  private void take(ByteBuffer to) {
    int count = Math.min(open.remaining(), to.remaining());
    to.put(open.slice(open.position(), count));
    open.position(open.position() + count);
    if (!open.hasRemaining()) {
      open = NOTHING;
    }
  }

  /// Opens one record, at once into its place when that is large enough.
  ///
  /// @return false when more of it must arrive first
  private boolean decrypt(ByteBuffer to) throws IOException {
    if (sealed.isEmpty()) {
      starved = true;
      return false;
    }
    int most = engine.getSession().getApplicationBufferSize();
    boolean direct = to.remaining() >= most;
    ByteBuffer into = direct ? to : ByteBuffer.allocate(most);
    SSLEngineResult result = engine.unwrap(sealed.bytes(), into);
    if (!direct && into.position() > 0) {
      open = into.flip();
    }
    ended = result.getStatus() == SSLEngineResult.Status.CLOSED;
    starved = result.getStatus() == SSLEngineResult.Status.BUFFER_UNDERFLOW;
    afterwards(result.getHandshakeStatus());
    return !starved;
  }

  /// TLS 1.3 may renew keys at any time; TLS 1.2 would begin everything anew, which is refused.
  private void afterwards(HandshakeStatus status) throws IOException {
    HandshakeStatus next = status;
    if (next == HandshakeStatus.NEED_WRAP && ++renewals > MOST_RENEWALS) {
      throw new SSLException("The other side renews its keys too often.");
    }
    while (next == HandshakeStatus.NEED_TASK || next == HandshakeStatus.NEED_WRAP) {
      if (ended) {
        return;
      }
      if (!engine.getSession().getProtocol().equals("TLSv1.3")) {
        throw new SSLException("The other side wants to negotiate anew, which is refused.");
      }
      if (next == HandshakeStatus.NEED_TASK) {
        compute();
      } else {
        wrapHandshake();
      }
      next = engine.getHandshakeStatus();
    }
  }

  private boolean receive(SealedBytes.Source source) throws IOException {
    int n = sealed.receive(source, engine.getSession().getPacketBufferSize());
    if (n < 0) {
      throw new Cut();
    }
    starved = n == 0;
    return n > 0;
  }

  private void wrapHandshake() throws IOException {
    ByteBuffer out = outgoing(1);
    SSLEngineResult result = engine.wrap(NOTHING, out);
    finished(result);
    send(out);
    if (result.getStatus() == SSLEngineResult.Status.CLOSED) {
      throw new SSLException("The other side ended the TLS handshake.");
    }
  }

  private void unwrapHandshake(long deadline) throws IOException {
    SSLEngineResult result = engine.unwrap(sealed.bytes(), NOTHING);
    finished(result);
    switch (result.getStatus()) {
      case BUFFER_UNDERFLOW -> receive(into -> readInTime(into, deadline));
      case CLOSED -> throw new SSLException("The other side ended the TLS handshake.");
      case OK, BUFFER_OVERFLOW -> {
        // The next status tells how to go on.
      }
    }
  }

  private void finished(SSLEngineResult result) {
    if (result.getHandshakeStatus() == HandshakeStatus.FINISHED) {
      established = true;
    }
  }

  private int readInTime(ByteBuffer into, long deadline) throws IOException {
    Duration left = Duration.ofNanos(deadline - System.nanoTime());
    if (!left.isPositive()) {
      throw new SocketTimeoutException("Nothing came in time.");
    }
    socket.socket().setSoTimeout(Math.clamp(left.toMillis(), 1, Integer.MAX_VALUE));
    InputStream in = socket.socket().getInputStream();
    int n = in.read(into.array(), into.arrayOffset() + into.position(), into.remaining());
    if (n > 0) {
      into.position(into.position() + n);
    }
    return n;
  }

  private void requireOpen(SSLEngineResult result) throws IOException {
    if (result.getStatus() == SSLEngineResult.Status.CLOSED) {
      throw new SSLException("The TLS connection is closed.");
    }
  }

  private ByteBuffer outgoing(int records) {
    int needed = engine.getSession().getPacketBufferSize() * records;
    if (records == 1 && outgoing.capacity() < needed) {
      return ByteBuffer.allocate(needed);
    }
    if (outgoing.capacity() < needed) {
      outgoing = ByteBuffer.allocateDirect(needed);
    }
    return outgoing.clear();
  }

  private void send(ByteBuffer out) throws IOException {
    out.flip();
    while (out.hasRemaining()) {
      if (socket.write(out) == 0) {
        throw new IOException("The other side does not read.");
      }
    }
  }

  /// The connection ended without close_notify: whether all has come nobody knows.
  public static final class Cut extends EOFException {
    private Cut() {
      super("The connection ended without the close_notify of TLS.");
    }
  }
}
