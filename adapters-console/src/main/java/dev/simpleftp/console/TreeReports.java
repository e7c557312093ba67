package dev.simpleftp.console;

import dev.simpleftp.application.port.in.UseCases;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.console.TreeWalk.Found;
import dev.simpleftp.console.command.ConsoleCommand.DiskUsage;
import dev.simpleftp.console.command.ConsoleCommand.Find;
import dev.simpleftp.console.progress.JsonEvents;
import dev.simpleftp.domain.ByteSize;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Glob;
import dev.simpleftp.domain.StoreFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// `find` and `du`.
final class TreeReports {
  private final UseCases useCases;
  private final TreeWalk walk;
  private final ListingLine line;
  private final ConsoleParts parts;

  TreeReports(UseCases useCases, ConsoleParts parts) {
    this.useCases = useCases;
    this.walk = new TreeWalk(new Listings(useCases.list(), parts)::read, parts.cancellation());
    this.line = new ListingLine(parts.screen(), parts.zone());
    this.parts = parts;
  }

  void find(Session session, Find command) throws IOException {
    Found top = top(session, command.path());
    var pattern = command.pattern().map(Glob::new);
    walk.walk(
        session,
        top,
        found -> {
          boolean fits = pattern.isEmpty() || pattern.get().matches(found.entry().name().text());
          if (!found.equals(top) && fits) {
            String name = below(command.path(), top.path(), found.path());
            tell(name, found.entry());
          }
        });
  }

  void usage(Session session, DiskUsage command) throws IOException {
    Found top = top(session, command.path());
    Map<FilePath, Long> sums = new LinkedHashMap<>();
    sums.put(top.path(), 0L);
    long[] unsized = new long[1];
    walk.walk(
        session,
        top,
        found -> {
          count(found, top, sums);
          unsized[0] += found.entry().sizeKnown() ? 0 : 1;
        });
    List<FilePath> inner = new ArrayList<>(sums.keySet());
    for (FilePath directory : command.totalOnly() ? List.of(top.path()) : inner.reversed()) {
      String name = below(command.path(), top.path(), directory);
      long sum = sums.getOrDefault(directory, 0L);
      tell(JsonEvents.usage(name, sum), amount(sum, command.exact()) + "  " + line.shown(name));
    }
    if (unsized[0] > 0) {
      parts.screen().note(uncounted(unsized[0]));
    }
  }

  private static String uncounted(long files) {
    return files == 1
        ? "The server does not tell the size of 1 file; it is not counted."
        : "The server does not tell the sizes of %d files; they are not counted.".formatted(files);
  }

  private void tell(String name, FileEntry entry) {
    tell(JsonEvents.entry(name, entry), line.shown(name) + (entry.isDirectory() ? "/" : ""));
  }

  /// For programs or for people.
  private void tell(String event, String text) {
    parts.events().ifPresentOrElse(events -> events.accept(event), () -> parts.screen().line(text));
  }

  private static void count(Found found, Found top, Map<FilePath, Long> sums) throws StoreFailure {
    FileEntry entry = found.entry();
    TreeWalk.requireRoomFor(sums.size());
    if (entry.isDirectory()) {
      sums.putIfAbsent(found.path(), 0L);
    }
    if (entry.isFile()) {
      FilePath up = found.path();
      while (!up.equals(top.path())) {
        up = up.parent();
        sums.merge(up, entry.size(), Long::sum);
      }
      if (found.equals(top)) {
        sums.merge(up, entry.size(), Long::sum);
      }
    }
  }

  private Found top(Session session, String name) throws IOException {
    FilePath path = session.resolve(name);
    return new Found(path, useCases.describe().describe(session, path));
  }

  private static String amount(long octets, boolean exact) {
    return exact
        ? String.valueOf(octets)
        : String.format(Locale.ROOT, "%10s", new ByteSize(octets));
  }

  /// The path as seen from where the user stands.
  private static String below(String typed, FilePath top, FilePath path) {
    String rest = path.relativeTo(top).orElse(path).toString().substring(1);
    if (rest.isEmpty()) {
      return typed.isEmpty() ? "." : typed;
    }
    String prefix = typed.isEmpty() || typed.endsWith("/") ? typed : typed + "/";
    return prefix + rest;
  }
}
