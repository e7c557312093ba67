package dev.simpleftp.filesystem.directory;

import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.LosslessUtf8;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Removes what dead instances left behind, and nothing else.
final class Sweep {
  private final Directory root;
  private final Directory area;

  private Sweep(Directory root, Directory area) {
    this.root = root;
    this.area = area;
  }

  /// Sweeps a tree that is about to be served.
  static void run(Directory root) throws IOException {
    Path name = Path.of(Reserved.AREA);
    if (PathJail.find(root, name).isEmpty()) {
      return;
    }
    try (Directory area = root.open(name)) {
      new Sweep(root, area).sweepAll();
    }
    Instance.removeArea(root);
  }

  private void sweepAll() throws IOException {
    Set<String> ids = new LinkedHashSet<>();
    for (Path name : names(area)) {
      InstanceLock.idOf(name).ifPresent(ids::add);
    }
    for (String id : ids) {
      Optional<InstanceLock> lock = InstanceLock.takeOver(area, id);
      if (lock.isPresent()) {
        try (InstanceLock held = lock.get()) {
          sweep(held);
        }
      }
    }
  }

  private void sweep(InstanceLock dead) throws IOException {
    Path name = Path.of(dead.id());
    if (PathJail.find(area, name).isPresent()) {
      try (Directory directory = area.open(name)) {
        sweepBeside(directory, dead.id());
        empty(directory);
      }
      area.deleteDirectory(name);
    }
    dead.delete();
  }

  private void sweepBeside(Directory directory, String id) throws IOException {
    for (String line : notes(directory)) {
      FilePath part = FilePath.of(line);
      if (Reserved.isBesideOf(id, part.name())) {
        deleteBeside(part);
      }
    }
  }

  private void deleteBeside(FilePath part) throws IOException {
    try (Directory parent = new PathJail(root).walk(part.parent(), Refusal.NOT_FOUND)) {
      delete(parent, NativeNames.path(part.name()));
    } catch (Refused | NoSuchFileException _) {
      // It was never made, was committed, or its directory has gone.
    }
  }

  private static List<String> notes(Directory directory) throws IOException {
    if (PathJail.find(directory, Instance.NOTES).isEmpty()) {
      return List.of();
    }
    try (var file = directory.openFile(Instance.NOTES, Set.of(StandardOpenOption.READ));
        InputStream in = Channels.newInputStream(file)) {
      String text = LosslessUtf8.decode(in.readAllBytes());
      // A line without its end was not finished, so its part was never made.
      return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }
  }

  /// Removes all parts and empty directories in an instance's directory.
  static void empty(Directory directory) throws IOException {
    for (Path name : names(directory)) {
      delete(directory, name);
    }
  }

  private static void delete(Directory directory, Path name) throws IOException {
    try {
      if (directory.stat(name).isDirectory()) {
        directory.deleteDirectory(name);
      } else {
        directory.deleteFile(name);
      }
    } catch (NoSuchFileException _) {
      // Its upload has ended meanwhile.
    }
  }

  private static List<Path> names(Directory directory) throws IOException {
    List<Path> result = new ArrayList<>();
    try (Directory fresh = directory.open(Path.of("."))) {
      fresh.forEach(result::add);
    }
    return result;
  }

  /// Whether the tree can be served although it cannot be swept.
  static boolean isReadOnly(FileSystemException e) {
    return StoreErrors.translated(e) instanceof Refused refused
        && refused.refusal() == Refusal.DENIED;
  }
}
