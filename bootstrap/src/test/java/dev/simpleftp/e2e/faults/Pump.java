package dev.simpleftp.e2e.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.SocketException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/// Carries the bytes of one flow, until its end or its fault.
final class Pump implements Runnable {
  private static final Duration LATE = Duration.ofMillis(20);
  private static final int BLOCK = 64 * 1024;

  private final Link link;
  private final Flow flow;
  private final Optional<Fault> fault;
  private final Watch watch;
  private final Translation translation;
  private Optional<Fault.Kind> manner = Optional.empty();
  private long bytes;
  private long lines;

  /// What a relay wants to know of its faults.
  interface Watch {
    void happened(Fault fault);

    /// Waits until stalled flows may go on.
    void untilReleased(Link link) throws InterruptedException;
  }

  /// Changes what passes.
  interface Translation {
    Translation NONE = bytes -> bytes;

    byte[] of(byte[] bytes) throws IOException;
  }

  Pump(Link link, Flow flow, Optional<Fault> fault, Watch watch, Translation translation) {
    this.link = link;
    this.flow = flow;
    this.fault = fault;
    this.watch = watch;
    this.translation = translation;
  }

  @Override
  public void run() {
    try {
      carry();
      link.ended();
    } catch (IOException _) {
      link.reset();
    }
  }

  private void carry() throws IOException {
    InputStream in = link.from(flow).getInputStream();
    byte[] block = new byte[BLOCK];
    failIfDue();
    for (int count = in.read(block); count >= 0; count = in.read(block)) {
      pass(translation.of(Arrays.copyOf(block, count)));
    }
    if (!isMute()) {
      link.to(flow).shutdownOutput();
    }
  }

  private void pass(byte[] all) throws IOException {
    boolean healthy = fault.isPresent() && manner.isEmpty();
    int room = healthy ? fault.get().room(all, bytes, lines) : all.length;
    write(Arrays.copyOf(all, room));
    failIfDue();
    write(Arrays.copyOfRange(all, room, all.length));
  }

  private void failIfDue() throws IOException {
    if (manner.isEmpty() && fault.filter(it -> it.isDue(bytes, lines)).isPresent()) {
      manner = fault.map(Fault::kind);
      watch.happened(fault.get());
      fail(fault.get().kind());
    }
  }

  private void fail(Fault.Kind kind) throws IOException {
    switch (kind) {
      case RESET, DROP -> throw new SocketException("reset by the relay");
      case HALF_CLOSE -> link.to(flow).shutdownOutput();
      case STALL -> stall();
      case TRICKLE, SPLIT, DELAY -> {
        // The bytes that come now are written so.
      }
    }
  }

  private void stall() throws IOException {
    try {
      watch.untilReleased(link);
    } catch (InterruptedException _) {
      throw new InterruptedIOException();
    }
  }

  private void write(byte[] some) throws IOException {
    if (some.length == 0 || isMute()) {
      return;
    }
    OutputStream out = link.to(flow).getOutputStream();
    if (is(Fault.Kind.DELAY)) {
      comeLate();
    }
    if (is(Fault.Kind.TRICKLE) || is(Fault.Kind.SPLIT)) {
      writeSingly(some, out);
    } else {
      out.write(some);
    }
    bytes += some.length;
    for (byte octet : some) {
      lines += octet == '\n' ? 1 : 0;
    }
  }

  private void writeSingly(byte[] some, OutputStream out) throws IOException {
    for (byte octet : some) {
      if (is(Fault.Kind.TRICKLE)) {
        comeLate();
      }
      out.write(octet);
    }
  }

  private void comeLate() throws IOException {
    try {
      if (!link.waits(LATE)) {
        throw new SocketException("closed while the relay waited");
      }
    } catch (InterruptedException _) {
      throw new InterruptedIOException();
    }
  }

  private boolean isMute() {
    return is(Fault.Kind.HALF_CLOSE);
  }

  private boolean is(Fault.Kind kind) {
    return manner.filter(it -> it == kind).isPresent();
  }
}
