package dev.simpleftp.console.command;

import dev.simpleftp.domain.Glob;
import java.util.List;
import java.util.Optional;

/// A file on some server, as a call of the program names it: `ftp://[USER@]HOST[:PORT]/PATH`, the
/// same with `ftpes://` or `ftps://`, or `NAME/PATH` with anything that `open` takes for a name,
/// such as a bookmark.
///
/// The path of a URL begins in the directory of the login, unless it begins with another slash or
/// `%2F` (RFC 1738 section 3.2.2), and bytes may be escaped there; that behind a name is taken as
/// it is and begins where the bookmark leads.
///
/// @param target whom to connect to
/// @param path relative to where the session begins, or absolute; empty for that directory
/// @param pattern whether a `*` or `?` stood in the path unescaped
public record RemoteName(OpenTarget target, String path, boolean pattern) {
  /// Reads one.
  ///
  /// @throws BadCommand it is no such name
  public static RemoteName of(String text) throws BadCommand {
    return isUrl(text) ? url(text) : plain(text);
  }

  /// Whether this can only be the name of a remote file.
  public static boolean isUrl(String text) {
    return Scheme.of(text).filter(Scheme::isFtp).isPresent();
  }

  /// The path as a word of a command.
  public Word word() {
    return new Word(path, true, pattern);
  }

  /// The path, for a command that takes one file.
  ///
  /// @throws BadCommand it is a pattern
  public String one() throws BadCommand {
    if (pattern) {
      throw new BadCommand(
          "'" + path + "': * and ? are not expanded here; as part of a name they are %2A and %3F.");
    }
    return path;
  }

  private static RemoteName url(String text) throws BadCommand {
    OpenTarget whole = OpenTarget.of(List.of(text));
    int slash = text.indexOf('/', whole.scheme().prefix().length());
    String raw = slash < 0 ? "" : text.substring(slash + 1);
    String path = whole.directory().orElse("");
    boolean pattern = Glob.isPattern(raw);
    if (pattern && stars(raw) != stars(path)) {
      throw new BadCommand("A pattern cannot also hold an escaped * or ? (%2A, %3F).");
    }
    return new RemoteName(whole.at(Optional.empty()), path, pattern);
  }

  private static long stars(String text) {
    return text.chars().filter(c -> c == '*' || c == '?').count();
  }

  private static RemoteName plain(String text) throws BadCommand {
    if (text.contains("://")) {
      throw new BadCommand(
          "'" + text + "' cannot be opened: only ftp://, ftpes:// and ftps:// addresses can.");
    }
    int slash = text.indexOf('/');
    String name = slash < 0 ? text : text.substring(0, slash);
    if (name.isEmpty() || name.equals(".") || name.equals("..")) {
      throw new BadCommand(
          "'" + text + "' names no server: give ftp://HOST/PATH, or BOOKMARK/PATH.");
    }
    String path = slash < 0 ? "" : OpenTarget.safe(text.substring(slash + 1));
    return new RemoteName(OpenTarget.of(List.of(name)), path, Glob.isPattern(path));
  }
}
