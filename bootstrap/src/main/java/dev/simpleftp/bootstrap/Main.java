package dev.simpleftp.bootstrap;

import dev.simpleftp.console.command.Spelling;
import dev.simpleftp.console.terminal.TerminalText;
import dev.simpleftp.socket.tls.TlsDefaults;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The program: `simpleftp server`, `simpleftp client`, `simpleftp doctor`, `simpleftp user`, and
/// the calls that do one thing on a server, such as `simpleftp get`.
public final class Main {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int BAD_USAGE = 2;

  private static final List<String> PROFILES = List.of("server", "client", "user", "doctor");
  private static final String HELP =
      """
      simpleftp - an FTP server and client

      usage: simpleftp server [options]              serve a directory or memory
             simpleftp client [HOST [PORT] | URL]    open the console
             simpleftp doctor HOST[:PORT] | URL      examine a server and advise
             simpleftp user add|remove|list ...      edit a file of accounts
             simpleftp --version | --help

      One thing on a server, and then the end:

      """;
  private static final String MORE =
      """

      'simpleftp server --help', 'simpleftp get --help' and so on tell the options and examples.
      """;

  private final PrintStream out;
  private final PrintStream err;

  Main(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /// Runs the program and ends the process with its exit code: 0 done, 1 failed, 2 wrong usage, and
  /// those of [dev.simpleftp.console.ExitCode].
  public static void main(String[] words) {
    System.getProperties().putIfAbsent("jdk.serialFilter", "!*"); // Nothing is ever deserialised
    TlsDefaults.install();
    Wiring.prepare();
    Thread.currentThread()
        .setUncaughtExceptionHandler(
            (_, fault) -> System.err.println("simpleftp: a fault of this program: " + fault));
    System.exit(new Main(System.out, System.err).run(List.of(words)));
  }

  /// Runs one call; whatever is wrong is told in one sentence.
  int run(List<String> words) {
    try {
      return dispatch(words);
    } catch (UsageError e) {
      complain(e);
      return BAD_USAGE;
    } catch (IOException e) {
      complain(e);
      return FAILED;
    }
  }

  /// What is quoted may come from a file.
  private void complain(Exception e) {
    err.println("simpleftp: " + TerminalText.clean(String.valueOf(e.getMessage())));
  }

  private int dispatch(List<String> words) throws UsageError, IOException {
    String first = words.isEmpty() ? "--help" : words.getFirst();
    List<String> rest = words.subList(Math.min(1, words.size()), words.size());
    return switch (first) {
      case "server" -> new ServerProfile(out, err).run(rest);
      case "client" -> new ClientProfile(out).run(rest);
      case "doctor" -> new DoctorProfile(out).run(rest);
      case "user" -> new UserProfile(out).run(rest);
      case "--version", "-V" -> print("simpleftp " + version());
      case "--help", "-h", "help" -> print(help());
      default -> remote(first, rest);
    };
  }

  private int remote(String name, List<String> words) throws UsageError, IOException {
    Optional<RemoteCall> call = RemoteCall.find(name);
    if (call.isEmpty()) {
      throw new UsageError(unknown(name));
    }
    return new RemoteProfile(out).run(call.get(), words);
  }

  private static String help() {
    var calls = new StringBuilder();
    for (RemoteCall call : RemoteCall.all()) {
      calls.append("       simpleftp %-30s %s%n".formatted(call.shortUsage(), call.shortAbout()));
    }
    return (HELP + calls + MORE).stripTrailing();
  }

  private int print(String text) {
    out.println(text);
    return DONE;
  }

  private static String unknown(String word) {
    Optional<String> meant = Spelling.nearest(word, names());
    return "There is no command '"
        + word
        + "'; "
        + meant.map(m -> "did you mean '" + m + "'?").orElse("see simpleftp --help.");
  }

  private static Stream<String> names() {
    return Stream.concat(PROFILES.stream(), RemoteCall.all().stream().map(RemoteCall::name));
  }

  private static String version() {
    return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
        .orElse("(not packaged)");
  }
}
