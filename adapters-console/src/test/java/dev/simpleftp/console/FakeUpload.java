package dev.simpleftp.console;

import dev.simpleftp.application.port.out.ProgressListener;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.WriteMode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Keeps the octets until the commit.
final class FakeUpload implements Upload {
  private final FakeTree tree;
  private final FilePath path;
  private final int before;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  FakeUpload(FakeTree tree, FilePath path, WriteMode mode) {
    this.tree = tree;
    this.path = path;
    if (mode instanceof WriteMode.Append && !tree.forgetsWhatWasThere) {
      tree.bytes(path).ifPresent(bytes::writeBytes);
    }
    this.before = bytes.size();
  }

  @Override
  public long transferFrom(ReadableByteChannel source, ProgressListener progress)
      throws IOException {
    if (tree.uploadFault.isPresent()) {
      throw tree.uploadFault.get();
    }
    ByteBuffer buffer = ByteBuffer.allocate(16);
    while (source.read(buffer) >= 0) {
      bytes.write(buffer.array(), 0, buffer.position());
      buffer.clear();
      progress.moved((long) bytes.size() - before);
    }
    return (long) bytes.size() - before;
  }

  @Override
  public boolean commit(BooleanSupplier stillWanted) {
    boolean wanted = stillWanted.getAsBoolean();
    if (wanted) {
      tree.nodes.put(path.toString(), Optional.of(bytes.toByteArray()));
    }
    return wanted;
  }

  @Override
  public void close() {}
}
