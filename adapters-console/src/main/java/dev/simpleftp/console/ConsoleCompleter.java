package dev.simpleftp.console;

import dev.simpleftp.application.session.Session;
import dev.simpleftp.console.command.CommandWord;
import dev.simpleftp.console.command.HelpPage;
import dev.simpleftp.console.command.Quoting;
import dev.simpleftp.console.command.Subject;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/// Completes commands, options, remote names and local names. What it inserts is quoted so that
/// [dev.simpleftp.console.command.CommandLine] reads the same name.
///
/// A directory is listed on a thread of its own for at most two seconds; a slow one goes on being
/// read, and the next command waits for it.
final class ConsoleCompleter implements Completer {
  private static final long PATIENCE_MILLIS = 2000;

  private final RemoteSession remote;
  private final LocalSide local;
  private final Listings listings;
  private final Bookmarks bookmarks;

  ConsoleCompleter(RemoteSession remote, LocalSide local, Listings listings, Bookmarks bookmarks) {
    this.remote = remote;
    this.local = local;
    this.listings = listings;
    this.bookmarks = bookmarks;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    boolean file = line instanceof TypedLine typed && typed.isRedirection();
    boolean option = line instanceof TypedLine typed && typed.isOption();
    if (file) {
      argument(Subject.LOCAL_FILE, line.word(), candidates);
    } else if (line.wordIndex() == 0) {
      words(CommandWord.allNames(), candidates);
    } else if (option) {
      CommandWord.find(line.words().getFirst())
          .ifPresent(word -> words(word.options().stream(), candidates));
    } else {
      CommandWord.find(line.words().getFirst()).ifPresent(word -> argument(word, line, candidates));
    }
  }

  /// An option is no argument, so it does not count as one.
  private void argument(CommandWord word, ParsedLine line, List<Candidate> candidates) {
    long options =
        line.words().subList(1, line.wordIndex()).stream()
            .filter(typed -> !word.options().isEmpty() && typed.startsWith("-"))
            .count();
    int position = line.wordIndex() - 1 - (int) options;
    argument(word.subject(position), line.word(), candidates);
  }

  private void argument(Subject subject, String typed, List<Candidate> candidates) {
    switch (subject) {
      case PAGE -> words(HelpPage.names(), candidates);
      case REMOTE_FILE -> names(typed, () -> remoteEntries(directory(typed)), candidates);
      case LOCAL_FILE -> names(typed, () -> localEntries(directory(typed)), candidates);
      case TARGET -> words(bookmarkNames().stream(), candidates);
      case SWITCH -> words(Stream.of("on", "off"), candidates);
      case FREE -> {}
    }
  }

  private static void words(Stream<String> words, List<Candidate> candidates) {
    words.map(Candidate::new).forEach(candidates::add);
  }

  private Set<String> bookmarkNames() {
    try {
      return bookmarks.all().keySet();
    } catch (CommandFailure _) {
      return Set.of();
    }
  }

  private void names(String typed, Source source, List<Candidate> candidates) {
    String prefix = directory(typed);
    for (FileEntry entry : inTime(source)) {
      String name = entry.name().text();
      String value = prefix + name + (entry.isDirectory() ? "/" : "");
      String shown = Quoting.shown(name) + (entry.isDirectory() ? "/" : "");
      candidates.add(new Candidate(value, shown, null, null, null, null, !entry.isDirectory()));
    }
  }

  /// What was typed up to the last slash.
  private static String directory(String typed) {
    return typed.substring(0, typed.lastIndexOf('/') + 1);
  }

  private static List<FileEntry> inTime(Source source) {
    var result = new CompletableFuture<List<FileEntry>>();
    Thread.ofPlatform().daemon().name("completion").start(() -> result.complete(orNothing(source)));
    return result.completeOnTimeout(List.of(), PATIENCE_MILLIS, TimeUnit.MILLISECONDS).join();
  }

  /// A completion that fails offers nothing; the command itself will tell why.
  private static List<FileEntry> orNothing(Source source) {
    try {
      return source.read();
    } catch (IOException _) {
      return List.of();
    }
  }

  private List<FileEntry> localEntries(String directory) throws IOException {
    return listings.glance(local.session(), local.resolve(directory));
  }

  private List<FileEntry> remoteEntries(String directory) throws IOException {
    if (!remote.inUse.tryLock()) {
      return List.of();
    }
    try {
      Optional<Session> session = remote.current();
      if (session.isEmpty()) {
        return List.of();
      }
      FilePath path = session.get().resolve(directory);
      return listings.glance(session.get(), path);
    } finally {
      remote.inUse.unlock();
    }
  }

  /// Where names come from.
  private interface Source {
    List<FileEntry> read() throws IOException;
  }
}
