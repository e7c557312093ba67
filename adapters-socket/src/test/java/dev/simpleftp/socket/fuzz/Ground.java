package dev.simpleftp.socket.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.Listing;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.WriteMode;
import dev.simpleftp.filesystem.directory.DirectoryTree;
import dev.simpleftp.filesystem.directory.Durability;
import dev.simpleftp.filesystem.memory.MemoryTree;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The tree that is played on, seen from behind.
///
/// @param stores opens a view of it
/// @param around the directory that its root lies in, beside something that nobody may touch
record Ground(Supplier<FileStore> stores, Closeable end, Path around) implements Closeable {
  private static final Path NOWHERE = Path.of("");

  static Ground inMemory() {
    return new Ground(new MemoryTree()::newStore, () -> {}, NOWHERE);
  }

  /// A new one below this directory.
  static Ground onDisk(Path folder) throws IOException {
    Path around = Files.createTempDirectory(folder, "ground");
    Path root = Files.createDirectory(around.resolve("root"));
    Files.writeString(around.resolve("beside"), "kept");
    DirectoryTree tree = DirectoryTree.open(root, Durability.NONE);
    return new Ground(tree::newStore, tree, around);
  }

  /// The steps that a disk takes as well as memory does: which bytes a name may have there depends
  /// on the system.
  List<Step> possible(List<Step> steps) {
    return around.equals(NOWHERE)
        ? steps
        : steps.stream().filter(step -> step.line().chars().allMatch(c -> c < 0x80)).toList();
  }

  /// Every path with its content, written as [ModelTree#contents] does.
  Map<String, String> contents() throws IOException {
    try (FileStore store = stores.get()) {
      Map<String, String> all = new TreeMap<>();
      gather(store, FilePath.ROOT, all);
      return all;
    }
  }

  private static void gather(FileStore store, FilePath directory, Map<String, String> all)
      throws IOException {
    List<FileEntry> entries = new ArrayList<>();
    try (Listing listing = store.list(directory)) {
      listing.forEach(entries::add);
    }
    for (FileEntry entry : entries) {
      FilePath path = directory.child(entry.name());
      if (entry.isDirectory()) {
        all.put(path + "/", "");
        gather(store, path, all);
      } else {
        try (var download = store.download(path, 0)) {
          byte[] bytes = Channels.newInputStream(download).readAllBytes();
          all.put(path.toString(), new String(bytes, StandardCharsets.ISO_8859_1));
        }
      }
    }
  }

  void put(String path, byte[] content) throws IOException {
    try (FileStore store = stores.get();
        Upload upload = store.upload(FilePath.of(path), WriteMode.REPLACE)) {
      upload.transferFrom(Channels.newChannel(new ByteArrayInputStream(content)), _ -> {});
      assertThat(upload.commit(() -> true)).isTrue();
    }
  }

  /// Nobody writes any of these files any more.
  void assertNobodyWrites(Map<String, String> contents) throws IOException {
    try (FileStore store = stores.get()) {
      for (String path : contents.keySet()) {
        if (!path.endsWith("/")) {
          try (Upload upload = store.upload(FilePath.of(path), WriteMode.REPLACE)) {
            assertThat(upload).isNotNull();
          }
        }
      }
    }
  }

  /// Ends it; nothing beside the root has changed, and nothing is left in it that has no name.
  void finish() throws IOException {
    end.close();
    if (around.equals(NOWHERE)) {
      return;
    }
    assertThat(around.toFile().list()).containsExactlyInAnyOrder("root", "beside");
    assertThat(around.resolve("beside")).hasContent("kept");
    assertThat(filesIn(around.resolve("root/.simpleftp"))).isEmpty();
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  @Override
  public void close() throws IOException {
    end.close();
    if (!around.equals(NOWHERE) && Files.exists(around)) {
      try (Stream<Path> all = Files.walk(around)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
