package dev.simpleftp.filesystem.directory;

import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FileName;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.StoreFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/// A regular file, open for reading, and what it is.
record OpenFile(FileChannel channel, FileEntry entry) {
  private static final Set<StandardOpenOption> READ = Set.of(StandardOpenOption.READ);
  private static final int TRIES = 10;

  /// Opens a regular file.
  ///
  /// The name is looked at first, because opening a pipe would wait for its other end, and again
  /// afterwards, because the name may mean another file by then.
  static OpenFile open(Directory parent, FileName fileName) throws IOException {
    Path name = NativeNames.path(fileName);
    for (int i = 0; i < TRIES; i++) {
      Stat before = parent.stat(name);
      if (!before.isFile()) {
        throw new Refused(Refusal.NOT_A_FILE);
      }
      PartLock.requireNotWritten(before, name);
      FileChannel channel = parent.openFile(name, READ);
      Stat after = statOrClose(parent, name, channel);
      if (after.isFile() && after.unique().equals(before.unique())) {
        return new OpenFile(channel, after.entry(fileName));
      }
      channel.close();
    }
    throw new StoreFailure("The file changes too fast to be read.");
  }

  private static Stat statOrClose(Directory parent, Path name, FileChannel channel)
      throws IOException {
    try {
      return parent.stat(name);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }
}
