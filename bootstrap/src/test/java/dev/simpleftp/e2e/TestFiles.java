package dev.simpleftp.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// Files whose content is known again.
final class TestFiles {
  static final int MIB = 1 << 20;
  static final long GIB = 1L << 30;

  /// Where our server keeps its own below what it serves.
  static final String OWN_AREA = ".simpleftp";

  private TestFiles() {}

  /// The same bytes for the same seed.
  static byte[] bytes(int size, long seed) {
    byte[] bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  static Path write(Path file, int size, long seed) throws IOException {
    return Files.write(file, bytes(size, seed));
  }

  /// A file that takes almost no room: holes, and a different block in each GiB and at the end.
  static Path sparse(Path file, long size) throws IOException {
    int block = 4096;
    try (var channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (long at = 0; at < size - block; at += GIB) {
        channel.write(ByteBuffer.wrap(bytes(block, at)), at);
      }
      channel.write(ByteBuffer.wrap(bytes(block, size)), size - block);
    }
    return file;
  }

  /// The names in this directory without what the server keeps for itself.
  static List<String> names(Path directory) throws IOException {
    try (var entries = Files.list(directory)) {
      return entries
          .map(entry -> String.valueOf(entry.getFileName()))
          .filter(name -> !name.equals(OWN_AREA))
          .toList();
    }
  }

  /// All below this directory: the path of each, and what a file contains; of a directory nothing.
  static Map<String, String> tree(Path top) throws IOException {
    Map<String, String> tree = new TreeMap<>();
    try (var below = Files.walk(top)) {
      for (Path path : below.toList()) {
        String content = Files.isDirectory(path) ? "" : Files.readString(path);
        tree.put(top.relativize(path).toString(), content);
      }
    }
    return tree;
  }

  /// Removes this file or directory with all below it.
  static void delete(Path top) throws IOException {
    try (var below = Files.walk(top)) {
      for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /// The bytes of all files below this directory.
  static long size(Path directory) throws IOException {
    try (var files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).mapToLong(TestFiles::sizeOrZero).sum();
    }
  }

  /// How many uploads have begun below this served directory and not ended.
  static long parts(Path directory) throws IOException {
    try (var files = Files.walk(directory)) {
      return files.filter(file -> file.toString().endsWith(".part")).count();
    }
  }

  /// A file may go while it is looked at.
  private static long sizeOrZero(Path file) {
    try {
      return Files.size(file);
    } catch (IOException _) {
      return 0;
    }
  }

  static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(digest().digest(bytes));
  }

  static String sha256(Path file) throws IOException {
    MessageDigest digest = digest();
    byte[] buffer = new byte[64 * 1024];
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      while (in.read(buffer) >= 0) {}
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
