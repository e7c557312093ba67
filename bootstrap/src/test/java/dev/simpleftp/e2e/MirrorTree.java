package dev.simpleftp.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A tree of what mirrors stumble over, always the same for the same seed: odd names, empty files
/// and folders, names that differ in case alone, times over 35 years in whole seconds.
///
/// @param files how many files, one in 25 of them empty, one in 100 up to 1 MiB, the others small
/// @param folders how many folders below the top, one in ten of them empty; at most eight deep
/// @param oddNames what one file or folder in ten is called; take out what a server cannot store
record MirrorTree(long seed, int files, int folders, List<String> oddNames) {
  private static final int DEPTH = 8;
  private static final long FIRST = Instant.parse("1990-01-01T00:00:00Z").getEpochSecond();
  private static final long LAST = Instant.parse("2025-01-01T00:00:00Z").getEpochSecond();

  /// So many files, and 6 folders for each 100 of them, with all odd names.
  static MirrorTree of(long seed, int files) {
    return new MirrorTree(seed, files, files * 6 / 100, ForeignServerContract.oddNames());
  }

  MirrorTree without(String oddName) {
    List<String> left = oddNames.stream().filter(name -> !name.equals(oddName)).toList();
    return new MirrorTree(seed, files, folders, left);
  }

  /// Writes the tree into this directory, which is there and empty.
  void write(Path top) throws IOException {
    Random random = new Random(seed);
    List<Path> open = writeFolders(top, random);
    for (int i = 0; i < files; i++) {
      Path file = free(open.get(random.nextInt(open.size())), "file", i);
      byte[] content = new byte[size(i, random)];
      random.nextBytes(content);
      Files.write(file, content);
      Instant time = Instant.ofEpochSecond(random.nextLong(FIRST, LAST));
      Files.setLastModifiedTime(file, FileTime.from(time));
    }
  }

  /// The folders that are to hold something.
  private List<Path> writeFolders(Path top, Random random) throws IOException {
    List<Path> open = new ArrayList<>(List.of(top));
    for (int i = 0; i < folders; i++) {
      Path folder = free(open.get(random.nextInt(open.size())), "folder", i);
      Files.createDirectory(folder);
      if (i % 10 != 0 && folder.getNameCount() - top.getNameCount() < DEPTH) {
        open.add(folder);
      }
    }
    return open;
  }

  private Path free(Path parent, String word, int i) {
    Path path = parent.resolve(name(word, i));
    return Files.exists(path) ? parent.resolve(word + "-" + i) : path;
  }

  private String name(String word, int i) {
    return switch (i % 10) {
      case 1 -> oddNames.isEmpty() ? word : oddNames.get(i / 10 % oddNames.size());
      case 2 -> "name";
      case 3 -> "Name";
      default -> word + "-" + i;
    };
  }

  private static int size(int i, Random random) {
    if (i % 25 == 0) {
      return 0;
    }
    return 1 + random.nextInt(i % 100 == 1 ? TestFiles.MIB : 4096);
  }
}
