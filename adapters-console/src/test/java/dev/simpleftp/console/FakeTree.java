package dev.simpleftp.console;

import dev.simpleftp.application.port.out.Capability;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.domain.FilePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;

/// A tree in memory that can be told to break.
final class FakeTree {
  /// Content by path; empty content for a directory.
  final NavigableMap<String, Optional<byte[]>> nodes = new ConcurrentSkipListMap<>();

  /// Those of the nodes that are links to directories.
  final Set<String> links = ConcurrentHashMap.newKeySet();

  /// Whether whoever asks for a link by its name hears of what it leads to.
  volatile boolean followsLinks;

  /// Directories that nobody may list.
  final Set<String> locked = ConcurrentHashMap.newKeySet();

  /// What the store was asked, in order.
  final List<String> calls = Collections.synchronizedList(new ArrayList<>());

  /// Thrown by a download after its first octet.
  volatile Optional<IOException> downloadFault = Optional.empty();

  /// Thrown by an upload before its first octet.
  volatile Optional<IOException> uploadFault = Optional.empty();

  /// Whether to append means to replace here.
  volatile boolean forgetsWhatWasThere;

  /// Counted down when a download waits for ever.
  final CountDownLatch hanging = new CountDownLatch(1);

  /// What a download does after its first octet.
  volatile Mood mood = Mood.HONEST;

  /// Counted down when a download that waits may go on.
  final CountDownLatch goOn = new CountDownLatch(1);

  /// What the store tells of the server.
  final List<Capability.Facts.Fact> facts = new ArrayList<>();

  /// Whether what is said to it is encrypted.
  volatile boolean encrypted;

  /// The size that it tells of links.
  volatile long linkSize;

  /// Whether it tells no sizes.
  volatile boolean sizeless;

  /// Whether it tells of one octet less than each file has.
  volatile boolean understates;

  /// Whether it computes digests.
  volatile boolean digests;

  /// Lines of each listing that nobody can read.
  volatile long unread;

  /// Whether the sessions that are open have lost their line.
  volatile boolean lost;

  /// Whether nobody can log in.
  volatile boolean unreachable;

  /// Counted down when the store is closed.
  final CountDownLatch closing = new CountDownLatch(1);

  volatile boolean closed;

  /// Ways to be a download.
  enum Mood {
    HONEST,
    /// Ends before its size.
    SHORT,
    /// Never ends.
    ENDLESS,
    /// Waits like a socket, until it is interrupted.
    HANGING,
    /// Waits until it may go on.
    LATE,
    /// Waits until the store is closed.
    STUBBORN,
    /// Has a fault of the program in it.
    FAULTY
  }

  FakeTree() {
    nodes.put("/", Optional.empty());
  }

  FakeTree file(String path, String content) {
    nodes.put(path, Optional.of(content.getBytes(StandardCharsets.UTF_8)));
    return this;
  }

  FakeTree link(String path) {
    links.add(path);
    return directory(path);
  }

  FakeTree directory(String path) {
    nodes.put(path, Optional.empty());
    return this;
  }

  /// The content of a file; empty when there is none.
  Optional<String> content(String path) {
    return nodes
        .getOrDefault(path, Optional.empty())
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  boolean holds(FilePath path) {
    return nodes.containsKey(path.toString());
  }

  /// Empty for a directory and for nothing at all.
  Optional<byte[]> bytes(FilePath path) {
    return nodes.getOrDefault(path.toString(), Optional.empty());
  }

  boolean isDirectory(FilePath path) {
    return holds(path) && bytes(path).isEmpty();
  }

  FileStore store() {
    return new FakeStore(this);
  }
}
