package dev.simpleftp.filesystem.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.application.port.in.CopyFile.Place;
import dev.simpleftp.application.port.out.Capability;
import dev.simpleftp.application.port.out.Download;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.Listing;
import dev.simpleftp.application.port.out.ProgressListener;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.application.session.Endpoint;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Identity;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.domain.WriteMode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// One side of a mirror: a tree that sessions are opened to and counted.
final class Site {
  final AtomicInteger open = new AtomicInteger();
  final AtomicInteger opened = new AtomicInteger();
  final Endpoint endpoint;

  private final String address;
  private final Supplier<FileStore> tree;

  /// Who may refuse a session.
  volatile Gate gate = () -> {};

  /// What stands around each store.
  volatile UnaryOperator<FileStore> around = UnaryOperator.identity();

  Site(String address, Supplier<FileStore> tree) {
    this.address = address;
    this.tree = tree;
    this.endpoint = endpoint();
  }

  /// Lets a session in or not.
  @FunctionalInterface
  interface Gate {
    void pass() throws IOException;
  }

  Endpoint endpoint() {
    return new Endpoint(address, new Doors());
  }

  Place at(String path) throws IOException {
    return new Place(endpoint, FilePath.of(path));
  }

  void directory(String path) throws IOException {
    tree.get().makeDirectory(FilePath.of(path));
  }

  void file(String path, String content) throws IOException {
    FileStore store = tree.get();
    try (Upload upload = store.upload(FilePath.of(path), WriteMode.REPLACE)) {
      var bytes = new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
      upload.transferFrom(Channels.newChannel(bytes), ProgressListener.NONE);
      upload.commit(() -> true);
    }
  }

  void file(String path, String content, Instant modified) throws IOException {
    file(path, content);
    var times = tree.get().capability(Capability.Timestamps.class).orElseThrow();
    times.modify(FilePath.of(path), modified);
  }

  void remove(String path) throws IOException {
    tree.get().removeFile(FilePath.of(path));
  }

  /// Everything below a directory: its path from there, and the content of files.
  Map<String, String> content(String directory) throws IOException {
    Map<String, String> result = new TreeMap<>();
    FilePath root = FilePath.of(directory);
    gather(tree.get(), root, root, result);
    return result;
  }

  private static void gather(
      FileStore store, FilePath root, FilePath directory, Map<String, String> result)
      throws IOException {
    List<FileEntry> entries = new ArrayList<>();
    try (Listing listing = store.list(directory)) {
      listing.forEach(entries::add);
    }
    for (FileEntry entry : entries) {
      FilePath path = directory.child(entry.name());
      String key = path.relativeTo(root).orElseThrow().toString();
      switch (entry.kind()) {
        case DIRECTORY -> {
          result.put(key + "/", "");
          gather(store, root, path, result);
        }
        case FILE -> result.put(key, entry.modified() + " " + read(store, path));
        case LINK, OTHER -> result.put(key, entry.kind().toString());
      }
    }
  }

  private static String read(FileStore store, FilePath path) throws IOException {
    var sink = new ByteArrayOutputStream();
    try (Download download = store.download(path, 0)) {
      download.transferTo(Channels.newChannel(sink), ProgressListener.NONE);
    }
    return sink.toString(StandardCharsets.UTF_8);
  }

  void assertNoSessionsBut(int expected) {
    assertThat(open).as("open sessions of %s", address).hasValue(expected);
  }

  private final class Doors implements Endpoint.Opener {
    @Override
    public Session open() throws IOException {
      synchronized (open) {
        gate.pass();
        open.incrementAndGet();
      }
      var identity = new Identity(opened.incrementAndGet(), "me", new Peer("127.0.0.1", 21));
      return new Session(identity, around.apply(tree.get()), FilePath.ROOT);
    }

    @Override
    public void close(Session session) throws IOException {
      if (session.end()) {
        open.decrementAndGet();
      }
      session.store().close();
    }
  }
}
