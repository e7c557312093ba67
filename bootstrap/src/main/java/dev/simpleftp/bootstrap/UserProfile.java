package dev.simpleftp.bootstrap;

import static dev.simpleftp.bootstrap.Arguments.flag;
import static dev.simpleftp.bootstrap.Arguments.value;

import dev.simpleftp.application.store.Rate;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Grants;
import dev.simpleftp.domain.Permission;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.Secret;
import dev.simpleftp.domain.StoreFailure;
import dev.simpleftp.filesystem.account.Account;
import dev.simpleftp.filesystem.account.Allowance;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        .addOption(
            value("rights", "RIGHTS", "what the user may do: " + Rights.FORMS + " (default write)"))
        .addOption(
            Arguments.values(
                "rights-on",
                "/PATH=RIGHTS",
                "what the user may do there and below, instead; may be repeated"))
        .addOption(value("quota", "SIZE", "how much the home may hold, such as 2GiB"))
        .addOption(value("down", "SIZE", "bytes per second of all the user's downloads"))
        .addOption(value("up", "SIZE", "bytes per second of all the user's uploads"))
        .addOption(
            flag("password-stdin", "read the password from the first line of standard input"))
        .addOption(flag("help", "show this help"));
  }

  private void add(Arguments arguments) throws UsageError, IOException {
    String name = name(arguments);
    PasswordFile file = PasswordFile.openOrNew(file(arguments));
    Account account = account(arguments, name);
    try (Secret password = password(arguments, name)) {
      file.add(account, password);
    } catch (StoreFailure e) {
      throw new UsageError(String.valueOf(e.getMessage()));
    }
    out.printf("User %s may %s in %s.%n", name, account.terms(), account.home());
  }

  private static Account account(Arguments arguments, String name) throws UsageError {
    FilePath home = home(arguments);
    var grants = new Grants(rules(arguments));
    try {
      return new Account(name, home, grants, allowance(arguments));
    } catch (IllegalArgumentException e) {
      throw new UsageError(String.valueOf(e.getMessage()));
    }
  }

  private static Map<FilePath, Set<Permission>> rules(Arguments arguments) throws UsageError {
    Map<FilePath, Set<Permission>> rules = new HashMap<>();
    for (Given rule : arguments.values("rights-on")) {
      int equals = rule.value().lastIndexOf('=');
      Optional<Set<Permission>> rights = Rights.of(rule.value().substring(equals + 1));
      if (equals < 1 || !rule.value().startsWith("/") || rights.isEmpty()) {
        throw rule.wrong("give /path=rights with rights that are " + Rights.FORMS);
      }
      if (rules.put(path(rule, rule.value().substring(0, equals)), rights.get()) != null) {
        throw rule.wrong("this path has rights already, give them once");
      }
    }
    Set<Permission> everywhere =
        arguments.read("rights", Rights::of, "give " + Rights.FORMS).orElse(Permission.all());
    if (rules.put(FilePath.ROOT, everywhere) != null) {
      throw new UsageError("--rights-on is for paths below /; use --rights for / itself.");
    }
    return rules;
  }

  private static Allowance allowance(Arguments arguments) throws UsageError {
    return new Allowance(
        HomeOptions.size(arguments, "quota", 0),
        HomeOptions.size(arguments, "down", Rate.LEAST),
        HomeOptions.size(arguments, "up", Rate.LEAST));
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
      out.printf("%s %s %s%n", account.user(), account.terms(), account.home());
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
    Optional<Given> home = arguments.given("home");
    return home.isEmpty() ? FilePath.ROOT : path(home.get(), home.get().value());
  }

  private static FilePath path(Given given, String text) throws UsageError {
    try {
      return FilePath.of(text);
    } catch (Refused e) {
      throw new UsageError(
          "%s cannot be '%s': %s".formatted(given.name(), given.value(), e.getMessage()));
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
