package dev.simpleftp.bootstrap;

import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.ProgressListener;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.WriteMode;
import dev.simpleftp.filesystem.memory.MemoryTree;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/// What lies on the practice server at first.
final class PracticeFiles {
  static final String PICTURE = "/pub/picture.bin";
  static final int PICTURE_SIZE = 3 * 1024 * 1024 + 7;

  private static final String README =
      """
      This is a server to practise with. It runs in the memory of this program,
      and what you do here harms nobody. Some things to try:

        ls                        what is here
        debug on                  see each line of the protocol from now on
        cd pub                    enter a directory
        get picture.bin           receive 3 MiB
        get "odd name; really.txt"
        put FILE                  send one of your files ('lls' shows them)
        mkdir mine                make a directory
        close                     and later: open mem:

      'open mem:?fault=cut' breaks off the first big download in the middle.
      """;

  private PracticeFiles() {}

  static MemoryTree newTree() throws IOException {
    var tree = new MemoryTree();
    try (FileStore store = tree.newStore()) {
      write(store, "/README.txt", README);
      write(store, "/odd name; really.txt", "Names may hold blanks and worse: quote them.\n");
      store.makeDirectory(FilePath.of("/pub"));
      write(store, "/pub/poem.txt", "One file, two files,\nthree files, done.\n");
      write(store, "/pub/größe.txt", "Names are UTF-8.\n");
      write(store, "/pub/empty", "");
      write(store, PICTURE, picture());
      store.makeDirectory(FilePath.of("/upload"));
    }
    return tree;
  }

  /// The same octets each time, so that copies can be compared.
  private static byte[] picture() {
    byte[] octets = new byte[PICTURE_SIZE];
    new Random(1).nextBytes(octets);
    return octets;
  }

  private static void write(FileStore store, String path, String text) throws IOException {
    write(store, path, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void write(FileStore store, String path, byte[] content) throws IOException {
    try (Upload upload = store.upload(FilePath.of(path), WriteMode.REPLACE)) {
      var source = Channels.newChannel(new ByteArrayInputStream(content));
      upload.transferFrom(source, ProgressListener.NONE);
      upload.commit(() -> true);
    }
  }
}
