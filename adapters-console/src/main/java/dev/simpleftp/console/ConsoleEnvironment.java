package dev.simpleftp.console;

import dev.simpleftp.console.terminal.Terminals;
import dev.simpleftp.domain.Secret;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/// The process around the console.
///
/// @param in where a script comes from
/// @param out results
/// @param err warnings and failures
/// @param variables of the environment
/// @param home of the user
/// @param terminal whether both ends of the conversation are a terminal
/// @param watched whether what is printed appears on one, wherever the input comes from
public record ConsoleEnvironment(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Map<String, String> variables,
    Path home,
    boolean terminal,
    boolean watched) {

  private static final int USUAL_WIDTH = 80;

  /// This process. Names leave it as UTF-8 whatever the locale says.
  @SuppressWarnings("SystemConsoleNull") // since 25 it is null again where there is no terminal
  public static ConsoleEnvironment ofProcess() {
    var console = System.console();
    boolean terminal = console != null && console.isTerminal();
    return new ConsoleEnvironment(
        System.in,
        utf8(FileDescriptor.out),
        utf8(FileDescriptor.err),
        System.getenv(),
        home(System.getenv()),
        terminal,
        terminal || Terminals.isOutput());
  }

  /// `HOME` where it is set, as every other program has it.
  private static Path home(Map<String, String> variables) {
    return Optional.ofNullable(variables.get("HOME"))
        .filter(text -> text.startsWith("/"))
        .map(Path::of)
        .orElseGet(() -> Path.of(System.getProperty("user.home", "/")));
  }

  /// Where this program keeps what it has made (XDG base directory specification).
  ///
  /// @param variables of the environment
  public static Path stateDirectory(Map<String, String> variables) {
    return stateDirectory(variables, home(variables));
  }

  private static Path stateDirectory(Map<String, String> variables, Path home) {
    return Optional.ofNullable(variables.get("XDG_STATE_HOME"))
        .filter(text -> text.startsWith("/"))
        .map(Path::of)
        .orElse(home.resolve(".local/state"))
        .resolve("simpleftp");
  }

  /// Where the history is kept.
  Path historyFile() {
    return stateDirectory(variables, home).resolve("history");
  }

  /// Where unfinished copies are noted.
  public Path journalDirectory() {
    return stateDirectory(variables, home).resolve("journal");
  }

  /// Where bookmarks are kept (XDG base directory specification).
  Path bookmarksFile() {
    Path config =
        Optional.ofNullable(variables.get("XDG_CONFIG_HOME"))
            .filter(text -> text.startsWith("/"))
            .map(Path::of)
            .orElse(home.resolve(".config"));
    return config.resolve("simpleftp").resolve("bookmarks");
  }

  /// Where the fingerprints of certificates are kept that somebody trusts (XDG base directory
  /// specification).
  public Path knownCertificatesFile() {
    return bookmarksFile().resolveSibling("known_certificates");
  }

  /// Columns for a script whose output somebody watches; 0 where nobody does.
  int width() {
    return watched ? Terminals.width().orElse(USUAL_WIDTH) : 0;
  }

  /// Asks for a password at the terminal of this process, if it has one, without showing it.
  @SuppressWarnings("SystemConsoleNull") // since 25 it is null again where there is no terminal
  static Optional<Secret> askSecret(String question) {
    var console = System.console();
    char[] typed = console == null ? null : console.readPassword("%s", question);
    if (typed == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Secret.of(CharBuffer.wrap(typed)));
    } finally {
      Arrays.fill(typed, '\0');
    }
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }
}
