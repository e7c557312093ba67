package dev.simpleftp.bootstrap;

import static dev.simpleftp.bootstrap.Arguments.flag;
import static dev.simpleftp.bootstrap.Arguments.value;

import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Permission;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.Secret;
import dev.simpleftp.domain.StoreFailure;
import dev.simpleftp.filesystem.account.Account;
import dev.simpleftp.filesystem.account.PasswordFile;
import dev.simpleftp.filesystem.account.Rights;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.Options;
import org.jspecify.annotations.Nullable;

/// `simpleftp user`: edits a file of accounts.
final class UserProfile {
  private static final String SYNTAX =
      "simpleftp user add|remove NAME --users FILE [options], or: simpleftp user list --users FILE";
  private static final String ABOUT =
      "Adds an account (or changes it), removes one, or lists them. The password is asked for, or"
          + " read from standard input; it is stored as a salted hash.";

  private final PrintStream out;

  UserProfile(PrintStream out) {
    this.out = out;
  }

  int run(List<String> words) throws UsageError, IOException {
    Arguments arguments = Arguments.parse(options(), words, 2);
    if (arguments.has("help")) {
      Arguments.help(out, SYNTAX, ABOUT, options());
      return Main.DONE;
    }
    String action = arguments.words().isEmpty() ? "" : arguments.words().getFirst();
    switch (action) {
      case "add" -> add(arguments);
      case "remove" -> remove(arguments);
      case "list" -> list(arguments);
      default -> throw new UsageError("Say what to do: simpleftp user add, remove or list.");
    }
    return Main.DONE;
  }

  private static Options options() {
    return new Options()
        .addOption(value("users", "FILE", "the file of accounts; made by the first 'add'"))
        .addOption(value("home", "DIR", "the directory the user sees as / (default /: all of it)"))
        .addOption(value("rights", "read|write", "what the user may do (default write)"))
        .addOption(
            flag("password-stdin", "read the password from the first line of standard input"))
        .addOption(flag("help", "show this help"));
  }

  private void add(Arguments arguments) throws UsageError, IOException {
    String name = name(arguments);
    PasswordFile file = PasswordFile.openOrNew(file(arguments));
    FilePath home = home(arguments);
    Rights rights = arguments.choice("rights", Rights.class).orElse(Rights.WRITE);
    try (Secret password = password(arguments, name)) {
      file.add(name, password, home, rights);
    } catch (IllegalArgumentException | StoreFailure e) {
      throw new UsageError(String.valueOf(e.getMessage()));
    }
    out.printf("User %s may %s in %s.%n", name, rights, home);
  }

  private void remove(Arguments arguments) throws UsageError, IOException {
    String name = name(arguments);
    if (!open(arguments).remove(name)) {
      throw new UsageError("There is no user '" + name + "' in " + file(arguments) + ".");
    }
    out.printf("User %s is removed.%n", name);
  }

  private void list(Arguments arguments) throws UsageError, IOException {
    for (Account account : open(arguments).list()) {
      boolean writes = account.grants().allow(Permission.WRITE, FilePath.ROOT);
      out.printf("%s %s %s%n", account.user(), writes ? "write" : "read", account.home());
    }
  }

  private static PasswordFile open(Arguments arguments) throws UsageError {
    try {
      return PasswordFile.open(file(arguments));
    } catch (StoreFailure e) {
      throw new UsageError(String.valueOf(e.getMessage()));
    }
  }

  private static String name(Arguments arguments) throws UsageError {
    if (arguments.words().size() < 2) {
      throw new UsageError(
          "Name the user: simpleftp user " + arguments.words().getFirst() + " NAME");
    }
    return arguments.words().get(1);
  }

  private static Path file(Arguments arguments) throws UsageError {
    return Path.of(
        arguments
            .value("users")
            .orElseThrow(() -> new UsageError("Name the file of accounts with --users FILE.")));
  }

  private static FilePath home(Arguments arguments) throws UsageError {
    String home = arguments.value("home").orElse("/");
    try {
      return FilePath.of(home);
    } catch (Refused e) {
      throw new UsageError("--home cannot be '" + home + "': " + e.getMessage());
    }
  }

  private static Secret password(Arguments arguments, String name) throws UsageError, IOException {
    if (arguments.has("password-stdin")) {
      var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      return secret(in.readLine());
    }
    Console console =
        Optional.ofNullable(System.console())
            .filter(Console::isTerminal)
            .orElseThrow(() ->
                new UsageError("Nobody can be asked for the password; use --password-stdin."));
    char[] first = console.readPassword("Password for %s: ", name);
    char[] second = console.readPassword("Again: ");
    if (!Arrays.equals(first, second)) {
      throw new UsageError("The two passwords differ; nothing was changed.");
    }
    return secret(first == null ? null : new String(first));
  }

  private static Secret secret(@Nullable String text) throws UsageError {
    if (text == null || text.isEmpty()) {
      throw new UsageError("An empty password is not allowed; nothing was changed.");
    }
    return Secret.of(text);
  }
}
