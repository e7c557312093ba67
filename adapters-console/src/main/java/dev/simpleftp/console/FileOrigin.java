package dev.simpleftp.console;

import dev.simpleftp.application.port.in.PutFile;
import dev.simpleftp.application.port.out.ProgressListener;
import dev.simpleftp.application.port.out.Upload;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/// Sends a file that the console made for itself.
record FileOrigin(Path file) implements PutFile.Origin {
  @Override
  public long send(Upload upload) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      return upload.transferFrom(channel, ProgressListener.NONE);
    }
  }

  @Override
  public boolean complete() {
    return true;
  }
}
