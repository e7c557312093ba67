package dev.simpleftp.filesystem.mirror;

import dev.simpleftp.application.port.in.CopyFile;
import dev.simpleftp.application.port.in.CopyListener;
import dev.simpleftp.application.port.out.Capability;
import dev.simpleftp.application.port.out.Download;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.ProgressListener;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.domain.ConnectionFailed;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Proof;
import dev.simpleftp.domain.WriteMode;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/// Copies a file once from store to store: no resuming, no second try.
final class StoreCopy implements CopyFile {
  final AtomicInteger atOnce = new AtomicInteger();
  final AtomicInteger mostAtOnce = new AtomicInteger();

  /// Each copy takes one; a test that wants copies to hang gives none.
  final Semaphore permits = new Semaphore(Integer.MAX_VALUE);

  @Override
  public Report copy(Order order, CopyListener listener) throws IOException {
    mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
    try {
      listener.state(CopyListener.State.MOVING);
      permits.acquire();
      return copy(order);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new Failed(Side.SOURCE, ConnectionFailed.ofSession("interrupted"), false);
    } catch (IOException e) {
      if (e instanceof ConnectionFailed failed && failed.isSessionLost()) {
        order.from().endpoint().drop();
        order.to().endpoint().drop();
      }
      throw new Failed(Side.SOURCE, e, false);
    } finally {
      atOnce.decrementAndGet();
    }
  }

  private static Report copy(Order order) throws IOException {
    FileStore from = order.from().endpoint().session().store();
    FileStore to = order.to().endpoint().session().store();
    FileEntry source = from.describe(order.from().path());
    FilePath path = order.to().path();
    long moved;
    try (Download download = from.download(order.from().path(), 0);
        Upload upload = to.upload(path, WriteMode.REPLACE)) {
      moved = upload.transferFrom(download, ProgressListener.NONE);
      upload.commit(() -> true);
    }
    var times = to.capability(Capability.Timestamps.class);
    if (times.isPresent() && order.options().keepTime()) {
      times.get().modify(path, source.modified());
    }
    return new Report(source, 0, moved, Duration.ofMillis(1), 0, times.isPresent(), Proof.BY_SIZE);
  }
}
