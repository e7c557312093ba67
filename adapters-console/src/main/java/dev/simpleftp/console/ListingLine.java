package dev.simpleftp.console;

import dev.simpleftp.console.command.Quoting;
import dev.simpleftp.console.terminal.Screen;
import dev.simpleftp.domain.ByteSize;
import dev.simpleftp.domain.FileEntry;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/// Words for one entry of a listing.
///
/// At a terminal names are shown as they can be typed; a program gets them as they are, but for
/// control characters.
final class ListingLine {
  private static final int NARROW = 60;
  private static final int DATE_ALONE = "2026-01-31".length();

  private final Screen screen;
  private final ZoneId zone;

  ListingLine(Screen screen, ZoneId zone) {
    this.screen = screen;
    this.zone = zone;
  }

  /// The name alone.
  String name(FileEntry entry) {
    return shown(entry.name().text());
  }

  /// A name or path for whoever reads it.
  String shown(String name) {
    return screen.width() > 0 ? Quoting.shown(name) : name;
  }

  /// The name with a mark of its kind, where people read it.
  String marked(FileEntry entry) {
    return screen.width() > 0 ? name(entry) + mark(entry) : name(entry);
  }

  /// A line for each entry: kind, permissions, size, date, name. A narrow terminal loses the
  /// permissions and the time of day.
  List<String> detailed(List<FileEntry> entries) {
    boolean narrow = screen.width() > 0 && screen.width() < NARROW;
    return entries.stream().map(entry -> narrow ? brief(entry) : full(entry)).toList();
  }

  private String full(FileEntry entry) {
    return String.format(
        Locale.ROOT,
        "%s%s %10s  %-16s  %s",
        kind(entry),
        rights(entry.mode()),
        size(entry),
        date(entry),
        marked(entry));
  }

  private String brief(FileEntry entry) {
    String date = date(entry);
    return String.format(
        Locale.ROOT,
        "%s %10s %-10s %s",
        kind(entry),
        size(entry),
        date.length() > DATE_ALONE ? date.substring(0, DATE_ALONE) : date,
        marked(entry));
  }

  private static String size(FileEntry entry) {
    return entry.isFile() && entry.sizeKnown() ? new ByteSize(entry.size()).toString() : "-";
  }

  private String date(FileEntry entry) {
    return entry.modified().equals(Instant.EPOCH) ? "-" : Listings.date(entry.modified(), zone);
  }

  private static String mark(FileEntry entry) {
    return switch (entry.kind()) {
      case DIRECTORY -> "/";
      case LINK -> "@";
      case FILE, OTHER -> "";
    };
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
}
