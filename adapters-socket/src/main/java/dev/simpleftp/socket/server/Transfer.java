package dev.simpleftp.socket.server;

import dev.simpleftp.application.port.in.PutFile;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.StoreFailure;
import dev.simpleftp.socket.channel.DataConnection;
import dev.simpleftp.socket.tls.TlsChannel;
import dev.simpleftp.socket.wire.DataRejected;
import dev.simpleftp.socket.wire.Refusals;
import dev.simpleftp.socket.wire.Reply;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// One transfer on a virtual thread of its own.
///
/// The thread of the control connection may only [#abort()] it and look how far it is; everything
/// else goes through the [Attendance], which belongs to that thread.
final class Transfer implements Runnable, Transfers.Link {
  private static final Duration LONGEST_QUIET = Duration.ofMillis(20);
  private static final long SLICE_NANOS = 5_000_000;

  private final Transfers.Job job;
  private final @Nullable DataDoor door;
  private final Attendance attendance;
  private final Surroundings surroundings;
  private final FutureTask<Reply> task = new FutureTask<>(this::carryOut);
  private volatile @Nullable DataConnection data;
  private volatile long moved;
  private long sliceBegan = System.nanoTime();
  private volatile boolean aborted;

  /// Makes it ready to start.
  ///
  /// @param door null for a job that opens no data connection
  Transfer(
      Transfers.Job job,
      @Nullable DataDoor door,
      Attendance attendance,
      Surroundings surroundings) {
    this.job = job;
    this.door = door;
    this.attendance = attendance;
    this.surroundings = surroundings;
  }

  /// Starts it; the attendance is woken when it is done.
  void start() {
    Thread.ofVirtual().name("simpleftp-transfer").start(this);
  }

  @Override
  public void run() {
    task.run();
    attendance.wake();
  }

  boolean isDone() {
    return task.isDone();
  }

  /// The final reply; waits for it. A fault of the program comes out as it was thrown.
  Reply result() throws IOException {
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw rethrown(e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptedIOException("Interrupted while a transfer ended.");
    }
  }

  private static IOException rethrown(@Nullable Throwable cause) {
    return switch (cause) {
      case RuntimeException bug -> throw bug;
      case Error error -> throw error;
      case null, default -> new IOException("The transfer could not be ended.", cause);
    };
  }

  /// Ends well with an end of data, anyhow else with a reset: nobody takes half a file for a whole
  /// one.
  private Reply carryOut() throws IOException {
    try {
      Reply reply = job.run(this);
      closeData();
      return reply;
    } catch (Refused refused) {
      return Refusals.reply(refused.refusal());
    } catch (StoreFailure _) {
      return Reply.of(451, "Transfer aborted: local error.");
    } catch (NoDataConnection _) {
      return Reply.of(aborted ? 426 : 425, "No data connection was opened.");
    } catch (PutFile.Unfinished _) {
      return Reply.of(426, "Transfer aborted; the old file, if any, is untouched.");
    } catch (DataRejected rejected) {
      return aborted ? broken() : rejected.reply();
    } catch (TlsChannel.Cut cut) {
      return aborted ? broken() : unfinished(cut);
    } catch (IOException _) {
      return broken();
    } finally {
      cut();
    }
  }

  @Override
  public DataConnection open(String text) throws IOException {
    attendance.reply(Reply.of(150, text));
    DataDoor used = Objects.requireNonNull(door, "A job without a door opens no connection.");
    int port = used.port();
    DataConnection opened = used.open(surroundings, new Arrival(used));
    surroundings.connected(port);
    return opened;
  }

  /// A digest computes for long and never waits: unless it gives way, it holds its carrier thread
  /// and with it all other sessions. It rests and does not yield: with as many digests as carriers
  /// that yield, logins were seen to wait until the digests ended.
  @Override
  public boolean moved(long octets) {
    moved = octets;
    if (System.nanoTime() - sliceBegan > SLICE_NANOS) {
      LockSupport.parkNanos(this, 1);
      sliceBegan = System.nanoTime();
    }
    return !aborted;
  }

  @Override
  public boolean stillWanted() {
    DataConnection current = data;
    if (current != null) {
      awaitQuiet(current);
    }
    return attendance.look() && !aborted;
  }

  /// When a client is killed, its kernel ends the data connection a moment before or after the
  /// control connection, and we may even run in between. So nobody looks at once, but after a
  /// quarter of the time the transfer took: nothing for a small file, at most [#LONGEST_QUIET] for
  /// a big one.
  private static void awaitQuiet(DataConnection data) {
    Duration quarter = data.busy().dividedBy(4);
    Duration wanted = quarter.compareTo(LONGEST_QUIET) < 0 ? quarter : LONGEST_QUIET;
    for (Duration left = wanted.minus(data.quiet());
        left.isPositive();
        left = wanted.minus(data.quiet())) {
      LockSupport.parkNanos(left.toNanos());
    }
  }

  /// Waits until its thread no longer touches the store; cuts it if it still runs.
  void end() throws IOException {
    if (!isDone()) {
      abort();
    }
    while (!isDone()) {
      LockSupport.parkNanos(this, Duration.ofMillis(1).toNanos());
    }
  }

  /// Ends it from outside: whatever it waits for is cut.
  void abort() throws IOException {
    aborted = true;
    if (door != null) {
      door.close();
    }
    cut();
  }

  /// Octets moved so far.
  long moved() {
    DataConnection current = data;
    return current == null ? moved : current.moved();
  }

  /// Takes connections of the door for this transfer.
  private final class Arrival implements DataDoor.Taker {
    private final DataDoor through;

    Arrival(DataDoor through) {
      this.through = through;
    }

    @Override
    public DataConnection take(Duration patience) throws IOException {
      DataConnection taken = accept(patience);
      data = taken;
      if (aborted) {
        throw new NoDataConnection();
      }
      return taken;
    }

    @Override
    public boolean isGivenUp() {
      return aborted;
    }

    private DataConnection accept(Duration patience) throws IOException {
      try {
        return through.connect(patience, surroundings);
      } catch (IOException _) {
        // Nobody came in time, an abort closed the port, or descriptors ran out: no connection.
        throw new NoDataConnection();
      }
    }
  }

  private Reply unfinished(TlsChannel.Cut cut) {
    surroundings.events().tlsFailed(surroundings.peer(), cut);
    return Reply.of(426, "Transfer aborted: the data ended without the close_notify of TLS.");
  }

  private Reply broken() {
    if (aborted) {
      return Reply.of(426, "Transfer aborted.");
    }
    DataConnection current = data;
    boolean stalled = current != null && current.stalled();
    return Reply.of(
        426,
        stalled
            ? "Transfer aborted: too little data moved for too long."
            : "Transfer aborted: the data connection was lost.");
  }

  private void closeData() throws IOException {
    DataConnection current = data;
    if (current != null) {
      surroundings.farewells().end(current);
    }
  }

  private void cut() throws IOException {
    DataConnection current = data;
    if (current != null) {
      current.abort();
    }
  }

  private static final class NoDataConnection extends IOException {}
}
