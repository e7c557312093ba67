package dev.simpleftp.console;

import dev.simpleftp.application.port.in.ListFiles;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.console.terminal.Columns;
import dev.simpleftp.console.terminal.Screen;
import dev.simpleftp.domain.ByteSize;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.StoreFailure;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Shows directories, remote and local alike.
final class Listings {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private final ListFiles list;
  private final Screen screen;
  private final ZoneId zone;

  Listings(ListFiles list, ConsoleParts parts) {
    this.list = list;
    this.screen = parts.screen();
    this.zone = parts.zone();
  }

  static String date(Instant when, ZoneId zone) {
    return DATE.format(when.atZone(zone));
  }

  /// Prints a directory: at a terminal for people, otherwise one plain name per line.
  void show(Session session, FilePath path, boolean details) throws IOException {
    List<FileEntry> entries = read(session, path);
    if (details) {
      entries.forEach(entry -> screen.line(detailed(entry)));
    } else if (screen.width() > 0) {
      List<String> names = entries.stream().map(Listings::marked).toList();
      Columns.of(names, screen.width()).forEach(screen::line);
    } else {
      entries.forEach(entry -> screen.line(entry.name().text()));
    }
    if (screen.width() > 0) {
      screen.line(count(entries.size()));
    }
  }

  /// The entries of a directory by name.
  List<FileEntry> read(Session session, FilePath path) throws IOException {
    List<FileEntry> entries = new ArrayList<>();
    list.list(session, path, new Collector(entries));
    entries.sort(Comparator.comparing(FileEntry::name));
    return entries;
  }

  private static String count(int entries) {
    return switch (entries) {
      case 0 -> "The directory is empty.";
      case 1 -> "1 entry";
      default -> entries + " entries";
    };
  }

  private static String marked(FileEntry entry) {
    return entry.isDirectory() ? entry.name() + "/" : entry.name().text();
  }

  private String detailed(FileEntry entry) {
    boolean sized = entry.isFile() && entry.sizeKnown();
    String size = sized ? new ByteSize(entry.size()).toString() : "-";
    String date = entry.modified().equals(Instant.EPOCH) ? "-" : date(entry.modified(), zone);
    return String.format(
        Locale.ROOT,
        "%s%s %10s  %-16s  %s",
        kind(entry),
        rights(entry.mode()),
        size,
        date,
        entry.name());
  }

  private static char kind(FileEntry entry) {
    return switch (entry.kind()) {
      case FILE -> '-';
      case DIRECTORY -> 'd';
      case LINK -> 'l';
      case OTHER -> '?';
    };
  }

  private static String rights(int mode) {
    var rights = new StringBuilder();
    for (int bit = 8; bit >= 0; bit--) {
      rights.append((mode >> bit & 1) == 1 ? "xwr".charAt(bit % 3) : '-');
    }
    return rights.toString();
  }

  /// Holds a listing in memory to sort it, but no more of it than there is room for.
  private record Collector(List<FileEntry> entries) implements ListFiles.Reader {
    private static final long BYTES_AN_ENTRY = 512;
    private static final long MOST =
        Math.min(1_000_000, Runtime.getRuntime().maxMemory() / BYTES_AN_ENTRY);

    @Override
    public void begin(ListFiles.Subject subject) {}

    @Override
    public void entry(FileEntry entry) throws StoreFailure {
      if (entries.size() >= MOST) {
        throw new StoreFailure("The listing has more than " + MOST + " entries; it was given up.");
      }
      entries.add(entry);
    }
  }
}
