package dev.simpleftp.console;

import dev.simpleftp.application.port.out.Download;
import dev.simpleftp.application.port.out.ProgressListener;
import dev.simpleftp.domain.FileEntry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.WritableByteChannel;
import java.util.concurrent.CountDownLatch;

/// Yields one octet at a time, so that a fault strikes in the middle.
final class FakeDownload implements Download {
  private final FakeTree tree;
  private final FileEntry entry;
  private final ByteBuffer content;
  private boolean open = true;

  FakeDownload(FakeTree tree, FileEntry entry, byte[] content) {
    this.tree = tree;
    this.entry = entry;
    this.content = ByteBuffer.wrap(content);
  }

  @Override
  public FileEntry entry() {
    return entry;
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    if (content.position() == 0) {
      return yieldOne(into);
    }
    if (tree.downloadFault.isPresent()) {
      throw tree.downloadFault.get();
    }
    return switch (tree.mood) {
      case HONEST -> yieldOne(into);
      case SHORT -> -1;
      case ENDLESS -> {
        tree.hanging.countDown();
        yield 0;
      }
      case HANGING -> hang();
      case LATE -> {
        await(tree.goOn);
        yield yieldOne(into);
      }
      case STUBBORN -> waitForTheEnd();
      case FAULTY -> throw new IllegalStateException("a planted fault");
    };
  }

  private int yieldOne(ByteBuffer into) {
    if (!content.hasRemaining()) {
      return -1;
    }
    into.put(content.get());
    return 1;
  }

  @Override
  public long transferTo(WritableByteChannel sink, ProgressListener progress) {
    throw new UnsupportedOperationException("The console moves a download into an upload.");
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void close() {
    open = false;
  }

  private int hang() throws IOException {
    tree.hanging.countDown();
    await(new CountDownLatch(1));
    throw new IllegalStateException("Nobody counts this down.");
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new ClosedByInterruptException();
    }
  }

  private int waitForTheEnd() throws IOException {
    tree.hanging.countDown();
    while (!tree.closed) {
      try {
        tree.closing.await();
      } catch (InterruptedException _) {
        // deaf on purpose
      }
    }
    throw new IOException("closed");
  }
}
