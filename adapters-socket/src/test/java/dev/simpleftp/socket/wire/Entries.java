package dev.simpleftp.socket.wire;

import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FileKind;
import dev.simpleftp.domain.FileName;
import dev.simpleftp.domain.LosslessUtf8;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/// Entries as a store may have them: any name, any size, whole seconds.
final class Entries {
  /// A time all rows of a test count from: 2026-11-21T04:15:00Z.
  static final Instant NOW = Instant.parse("2026-11-21T04:15:00Z");

  private Entries() {}

  /// The entry that a line tells, which it must.
  static FileEntry told(ListingParser parser, String line) {
    return switch (parser.read(line)) {
      case ListedLine.Entry told -> told.entry();
      case ListedLine other -> throw new AssertionError(other + " in: " + line);
    };
  }

  /// Names of any bytes, valid UTF-8 or not, leading blanks and arrows among them.
  static Arbitrary<FileName> names() {
    Arbitrary<String> bytes =
        Arbitraries.bytes()
            .array(byte[].class)
            .ofMinSize(1)
            .ofMaxSize(40)
            .map(LosslessUtf8::decode);
    Arbitrary<String> words =
        Arbitraries.of(" ", "a", "->", " -> ", ";", "=", "ü", "漢", "\t", "Nov 21 04:15", "-")
            .list()
            .ofMinSize(1)
            .ofMaxSize(6)
            .map(parts -> String.join("", parts));
    return Arbitraries.oneOf(bytes, words).filter(FileName::isValid).map(FileName::new);
  }

  static Arbitrary<FileEntry> entries() {
    Arbitrary<FileKind> kinds = Arbitraries.of(FileKind.class);
    Arbitrary<Long> sizes = Arbitraries.longs().greaterOrEqual(0);
    Arbitrary<Long> seconds = Arbitraries.longs().between(1, 253_402_300_799L);
    Arbitrary<Integer> modes = Arbitraries.integers().between(0, 0777);
    Arbitrary<String> unique = Arbitraries.of("", "fd01g4711", "801U12f");
    return Combinators.combine(names(), kinds, sizes, seconds, modes, unique).as(Entries::entry);
  }

  private static FileEntry entry(
      FileName name, FileKind kind, long size, long seconds, int mode, String unique) {
    long told = kind == FileKind.DIRECTORY ? 0 : size;
    return new FileEntry(name, kind, told, Instant.ofEpochSecond(seconds), mode, unique);
  }
}
