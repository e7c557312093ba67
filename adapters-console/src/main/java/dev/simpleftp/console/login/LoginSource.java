package dev.simpleftp.console.login;

import dev.simpleftp.console.command.OpenTarget;
import dev.simpleftp.console.terminal.Screen;
import dev.simpleftp.domain.Login;
import dev.simpleftp.domain.LosslessUtf8;
import dev.simpleftp.domain.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds the login for a host.
///
/// The user comes from the address, from `~/.netrc` or is asked for; the password from
/// `SIMPLEFTP_PASSWORD`, from `~/.netrc` or is asked for without echo. Where nobody can be asked
/// and no user is known, the guest logs in.
public final class LoginSource {
  /// The variable of the environment that may hold the password.
  public static final String PASSWORD_VARIABLE = "SIMPLEFTP_PASSWORD";

  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

  private final Map<String, String> environment;
  private final Path netrcFile;
  private final Screen screen;

  public LoginSource(Map<String, String> environment, Path home, Screen screen) {
    this.environment = environment;
    this.netrcFile = home.resolve(".netrc");
    this.screen = screen;
  }

  /// The login to try at this target.
  ///
  /// @return empty when the user was asked and gave no answer
  /// @throws NoPassword nobody can be asked for the password of this user
  public Optional<Login> find(OpenTarget target) throws IOException {
    if (!target.scheme().hasLogin()) {
      return Optional.of(Login.anonymous());
    }
    Optional<Netrc.Entry> entry = netrc().find(target.peer().host(), target.user());
    Optional<String> user =
        target.user().or(() -> entry.flatMap(Netrc.Entry::login)).or(() -> askUser(target));
    if (user.isEmpty()) {
      return Optional.empty();
    }
    boolean named = target.user().isPresent() || entry.flatMap(Netrc.Entry::login).isPresent();
    Optional<Secret> known =
        target
            .password()
            .or(() -> fromEnvironment(user.get(), named))
            .or(() -> entry.flatMap(Netrc.Entry::password));
    return login(user.get(), known);
  }

  /// A guest whom nobody named must not carry somebody's password to a public server.
  private Optional<Secret> fromEnvironment(String user, boolean named) {
    return named || !isGuest(user)
        ? Optional.ofNullable(environment.get(PASSWORD_VARIABLE)).map(Secret::of)
        : Optional.empty();
  }

  private static boolean isGuest(String user) {
    return new Login(user, Login.anonymous().secret()).isAnonymous();
  }

  private Optional<Login> login(String user, Optional<Secret> known) throws NoPassword {
    if (isGuest(user)) {
      return Optional.of(new Login(user, known.orElse(Login.anonymous().secret())));
    }
    Optional<Secret> secret = known.or(() -> screen.askSecret("Password for " + user + ": "));
    if (secret.isEmpty() && !screen.interactive()) {
      throw new NoPassword(user);
    }
    return secret.map(word -> new Login(user, word));
  }

  private Optional<String> askUser(OpenTarget target) {
    if (!screen.interactive()) {
      return Optional.of(Login.ANONYMOUS);
    }
    return screen
        .ask("User at " + target.peer() + " [" + Login.ANONYMOUS + "]: ")
        .map(String::strip)
        .map(name -> name.isEmpty() ? Login.ANONYMOUS : name);
  }

  private Netrc netrc() throws IOException {
    if (!Files.isRegularFile(netrcFile)) {
      return Netrc.EMPTY;
    }
    warnIfOthersRead();
    try {
      return Netrc.parse(LosslessUtf8.decode(Files.readAllBytes(netrcFile)));
    } catch (IOException e) {
      throw new IOException(netrcFile + " cannot be read; check its permissions.", e);
    }
  }

  private void warnIfOthersRead() throws IOException {
    Set<PosixFilePermission> set = Files.getPosixFilePermissions(netrcFile);
    if (OTHERS.stream().anyMatch(set::contains)) {
      screen.note("Warning: others can read " + netrcFile + ". Run 'chmod 600 " + netrcFile + "'.");
    }
  }
}
