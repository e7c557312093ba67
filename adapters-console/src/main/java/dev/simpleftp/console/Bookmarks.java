package dev.simpleftp.console;

import dev.simpleftp.console.command.BadCommand;
import dev.simpleftp.console.command.OpenTarget;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Addresses under short names, in a file of lines `NAME URL`. Never a password.
final class Bookmarks {
  private final Path file;

  Bookmarks(Path file) {
    this.file = file;
  }

  /// The URL of each name, in the order of the names. A line that is no bookmark is passed over.
  Map<String, String> all() throws CommandFailure {
    Map<String, String> bookmarks = new TreeMap<>();
    for (String line : lines()) {
      int blank = line.indexOf(' ');
      if (blank > 0 && !line.startsWith("#")) {
        bookmarks.put(line.substring(0, blank), line.substring(blank + 1).strip());
      }
    }
    return bookmarks;
  }

  /// Where this name leads.
  Optional<OpenTarget> find(String name) throws CommandFailure {
    String url = all().get(name);
    try {
      return url == null ? Optional.empty() : Optional.of(OpenTarget.of(List.of(url)));
    } catch (BadCommand bad) {
      throw new CommandFailure("The bookmark " + name + " is no address: " + bad.getMessage(), bad);
    }
  }

  /// Keeps an address; one of the same name is replaced.
  void add(String name, OpenTarget target) throws CommandFailure {
    requireName(name);
    Map<String, String> bookmarks = all();
    bookmarks.put(name, target.url());
    save(bookmarks);
  }

  void remove(String name) throws CommandFailure {
    Map<String, String> bookmarks = all();
    if (bookmarks.remove(name) == null) {
      throw new CommandFailure("There is no bookmark " + name + "; 'bookmark list' shows them.");
    }
    save(bookmarks);
  }

  private static void requireName(String name) throws CommandFailure {
    boolean good =
        name.chars().allMatch(c -> Character.isLetterOrDigit(c) || "-_.".indexOf(c) >= 0);
    boolean number = name.chars().allMatch(Character::isDigit);
    if (name.isEmpty() || !good || number) {
      throw new CommandFailure(
          "A bookmark is named by letters, digits, dots and dashes, and not by a number alone.");
    }
  }

  private List<String> lines() throws CommandFailure {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new CommandFailure(file + " cannot be read; check its permissions.", e);
    }
  }

  /// Writes beside the file and moves over it, so that it is whole at any time.
  private void save(Map<String, String> bookmarks) throws CommandFailure {
    List<String> lines = new ArrayList<>();
    bookmarks.forEach((name, url) -> lines.add(name + " " + url));
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      // a temporary file is its owner's alone
      Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "bookmarks", ".new");
      Files.write(fresh, lines, StandardCharsets.UTF_8);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new CommandFailure("The bookmarks cannot be kept in " + file + ".", e);
    }
  }
}
