package dev.simpleftp.bootstrap;

import static dev.simpleftp.bootstrap.Arguments.value;

import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.FileStores;
import dev.simpleftp.domain.Permission;
import dev.simpleftp.filesystem.account.AccountFileStores;
import dev.simpleftp.filesystem.account.Accounts;
import dev.simpleftp.filesystem.account.PasswordFile;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.commons.cli.Options;

/// Who may come in.
///
/// @param logins what wrong passwords lead to
/// @param homes what holds in every home
record AccountOptions(Sources sources, LoginOptions logins, HomeOptions homes) {

  /// Where logins come from.
  ///
  /// @param accounts who may log in by name
  /// @param anonymous what guests may do
  /// @param others where an embedding program takes logins and files from instead of all this
  record Sources(Accounts accounts, AnonymousRights anonymous, Optional<FileStores> others) {}

  static void add(Options options) {
    options
        .addOption(value("users", "FILE", "the accounts, as 'simpleftp user add' writes them"))
        .addOption(
            value(
                "anonymous",
                "none|read|write",
                "what guests may do (default: write on a loopback address without --users, else"
                    + " none)"));
    LoginOptions.add(options);
    HomeOptions.add(options);
  }

  /// What these arguments allow on a server that listens on this address.
  static AccountOptions read(Arguments arguments, InetAddress listen) throws UsageError {
    return new AccountOptions(
        new Sources(accounts(arguments), anonymous(arguments, listen), Optional.empty()),
        LoginOptions.read(arguments),
        HomeOptions.read(arguments));
  }

  /// Lets the accounts into this tree.
  FileStores over(Supplier<FileStore> tree) {
    Set<Permission> guests = sources.anonymous().permissions();
    return logins.guarding(
        sources
            .others()
            .orElseGet(
                () -> new AccountFileStores(tree, sources.accounts(), guests, homes.rules())));
  }

  private static Accounts accounts(Arguments arguments) throws UsageError {
    Optional<Path> file = arguments.path("users");
    if (file.isEmpty()) {
      return Accounts.NONE;
    }
    try {
      return PasswordFile.open(file.get());
    } catch (IOException e) {
      throw new UsageError(String.valueOf(e.getMessage()));
    }
  }

  /// Guests may write where only this machine can reach the server and nobody asked for accounts.
  private static AnonymousRights anonymous(Arguments arguments, InetAddress listen)
      throws UsageError {
    Optional<AnonymousRights> chosen = arguments.choice("anonymous", AnonymousRights.class);
    if (chosen.isPresent()) {
      return chosen.get();
    }
    if (arguments.has("users")) {
      return AnonymousRights.NONE;
    }
    if (!listen.isLoopbackAddress()) {
      throw new UsageError(
          "On "
              + listen.getHostAddress()
              + " others can reach the server: say who may come in with --users FILE, or"
              + " --anonymous read|write.");
    }
    return AnonymousRights.WRITE;
  }
}
