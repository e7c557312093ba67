package dev.simpleftp.console;

import dev.simpleftp.application.port.in.ListFiles;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.console.command.ListStyle;
import dev.simpleftp.console.progress.JsonEvents;
import dev.simpleftp.console.terminal.Columns;
import dev.simpleftp.console.terminal.Screen;
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
import java.util.Optional;
import java.util.function.Consumer;

/// Reads directories and shows them, remote and local alike.
final class Listings {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private final ListFiles list;
  private final Screen screen;
  private final ListingLine line;
  private final Optional<Consumer<String>> events;
  private boolean hadMore;

  Listings(ListFiles list, ConsoleParts parts) {
    this.list = list;
    this.screen = parts.screen();
    this.line = new ListingLine(parts.screen(), parts.zone());
    this.events = parts.events();
  }

  static String date(Instant when, ZoneId zone) {
    return DATE.format(when.atZone(zone));
  }

  /// Prints entries: at a terminal for people, otherwise one plain name per line.
  ///
  /// @param whole whether they are all that is there, so that hidden names are left out
  void show(List<FileEntry> entries, ListStyle style, boolean whole) {
    List<FileEntry> shown =
        entries.stream()
            .filter(entry -> !whole || style.hidden() || !entry.name().text().startsWith("."))
            .sorted(order(style))
            .toList();
    if (events.isPresent()) {
      shown.forEach(entry -> events.get().accept(JsonEvents.entry(entry.name().text(), entry)));
      return;
    }
    if (style.details()) {
      line.detailed(shown).forEach(screen::line);
    } else if (screen.width() > 0 && !style.single()) {
      Columns.of(shown.stream().map(line::marked).toList(), screen.width()).forEach(screen::line);
    } else {
      shown.forEach(entry -> screen.line(style.single() ? line.name(entry) : line.marked(entry)));
    }
    if (screen.width() > 0 && !style.single()) {
      screen.line(count(shown.size(), entries.size() - shown.size()));
    }
  }

  /// The entries of a directory by name, without a word about what could not be read: for advice.
  List<FileEntry> glance(Session session, FilePath path) throws IOException {
    return readAll(session, path).entries();
  }

  /// The entries of a directory by name; says when the listing had more than could be read.
  List<FileEntry> read(Session session, FilePath path) throws IOException {
    Collector read = readAll(session, path);
    tellUnread(read);
    return read.entries();
  }

  /// The entries of a directory by name, for whoever has to know all of them.
  ///
  /// @throws StoreFailure the listing had more than could be read
  List<FileEntry> readWhole(Session session, FilePath path) throws IOException {
    Collector read = readAll(session, path);
    if (read.unread() > 0) {
      throw new StoreFailure(
          unread(read.unread(), "the listing of " + path) + " Nothing is removed.");
    }
    return read.entries();
  }

  /// Shows a directory, and says when the listing had more than could be read.
  void showAll(Session session, FilePath path, ListStyle style) throws IOException {
    Collector read = readAll(session, path);
    show(read.entries(), style, true);
    tellUnread(read);
  }

  /// Ends a command that took all that fits, when a listing had more than could be read.
  void requireWhole() throws CommandFailure {
    if (hadMore) {
      throw new CommandFailure(
          ExitCode.PARTIAL,
          "Not every line of the listing was understood: there may be more files that fit.");
    }
  }

  private void tellUnread(Collector read) {
    if (read.unread() > 0) {
      hadMore = true;
      screen.note(unread(read.unread(), "the listing"));
    }
  }

  private Collector readAll(Session session, FilePath path) throws IOException {
    var read = new Collector();
    list.list(session, path, read);
    read.entries().sort(Comparator.comparing(FileEntry::name));
    return read;
  }

  private static String unread(long lines, String listing) {
    return lines == 1
        ? "1 line of " + listing + " was not understood."
        : lines + " lines of " + listing + " were not understood.";
  }

  private static Comparator<FileEntry> order(ListStyle style) {
    Comparator<FileEntry> byName = Comparator.comparing(FileEntry::name);
    Comparator<FileEntry> order =
        switch (style.order()) {
          case NAME -> byName;
          case TIME -> Comparator.comparing(FileEntry::modified).reversed().thenComparing(byName);
          case SIZE -> Comparator.comparingLong(FileEntry::size).reversed().thenComparing(byName);
        };
    return style.reversed() ? order.reversed() : order;
  }

  private static String count(int shown, int hidden) {
    String more = hidden == 0 ? "" : ", and " + hidden + " hidden: -a shows them";
    return switch (shown) {
      case 0 -> "The directory is empty" + (more.isEmpty() ? "." : more);
      case 1 -> "1 entry" + more;
      default -> shown + " entries" + more;
    };
  }

  /// Holds a listing in memory to sort it, but no more of it than there is room for.
  private static final class Collector implements ListFiles.Reader {
    private static final long BYTES_AN_ENTRY = 512;
    private static final long MOST =
        Math.min(1_000_000, Runtime.getRuntime().maxMemory() / BYTES_AN_ENTRY);

    private final List<FileEntry> entries = new ArrayList<>();
    private long unread;

    @Override
    public void begin(ListFiles.Subject subject) {}

    @Override
    public void entry(FileEntry entry) throws StoreFailure {
      if (entries.size() >= MOST) {
        throw new StoreFailure("The listing has more than " + MOST + " entries; it was given up.");
      }
      entries.add(entry);
    }

    @Override
    public void unread(long lines) {
      unread = lines;
    }

    List<FileEntry> entries() {
      return entries;
    }

    long unread() {
      return unread;
    }
  }
}
