package dev.simpleftp.filesystem.account;

import dev.simpleftp.domain.Login;
import dev.simpleftp.domain.LosslessUtf8;
import dev.simpleftp.domain.Secret;
import dev.simpleftp.domain.StoreFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Accounts in a text file, one per line: `name:hash:home:rights`.
///
/// Behind the rights may stand rules for single paths and limits, each after a `;`, such as
/// `write;/incoming=list+write;quota=2GiB`.
///
/// Comments (`#`) and blank lines are kept. Every change is written to a new file that then takes
/// the place of the old one.
public final class PasswordFile implements Accounts {
  private static final String UNKNOWN_USERS_HASH = PasswordHash.of(Secret.of("nobody"));

  private final Path file;
  private final VerifiedLogins verified = new VerifiedLogins(System::nanoTime);
  private volatile List<PasswordLine> lines;

  private PasswordFile(Path file, List<PasswordLine> lines) {
    this.file = file;
    this.lines = lines;
  }

  /// Reads the accounts of a file that must exist.
  ///
  /// @throws StoreFailure whose message is one sentence that names file, line, cause and remedy
  public static PasswordFile open(Path file) throws StoreFailure {
    return new PasswordFile(file, existing(file));
  }

  /// Reads the accounts of a file; a missing one is made with the first account.
  ///
  /// @throws StoreFailure like [#open]
  public static PasswordFile openOrNew(Path file) throws StoreFailure {
    return new PasswordFile(file, read(file));
  }

  /// Reads the file anew. Passwords that were right until now are checked again.
  ///
  /// @throws StoreFailure like [#open]; the accounts then stay as they were
  @Override
  public void reload() throws StoreFailure {
    replace(existing(file));
  }

  private static List<PasswordLine> existing(Path file) throws StoreFailure {
    if (Files.notExists(file)) {
      throw new StoreFailure(
          "The users file %s does not exist; add a user to it first or name another file."
              .formatted(file));
    }
    return read(file);
  }

  private static List<PasswordLine> read(Path file) throws StoreFailure {
    try {
      return parse(file, LosslessUtf8.decode(Files.readAllBytes(file)));
    } catch (NoSuchFileException _) {
      return List.of();
    } catch (StoreFailure e) {
      throw e;
    } catch (IOException e) {
      throw new StoreFailure(
          "The users file %s cannot be read; check that it is a file and its permissions."
              .formatted(file),
          e);
    }
  }

  private static List<PasswordLine> parse(Path file, String text) throws StoreFailure {
    List<PasswordLine> result = new ArrayList<>();
    Set<String> users = new HashSet<>();
    for (String line : text.lines().toList()) {
      try {
        PasswordLine parsed = PasswordLine.parse(line);
        if (parsed instanceof PasswordLine.Entry entry && !users.add(entry.account().user())) {
          throw new StoreFailure("it names a user a second time; remove one of the lines");
        }
        result.add(parsed);
      } catch (StoreFailure e) {
        int number = result.size() + 1;
        throw new StoreFailure(
            "The users file %s has a bad line %d: %s.".formatted(file, number, e.getMessage()), e);
      }
    }
    return List.copyOf(result);
  }

  @Override
  public Optional<Account> authenticate(Login login) {
    Optional<PasswordLine.Entry> entry = find(login.user());
    if (login.proved()) {
      return entry
          .filter(found -> PasswordHash.isHash(found.hash()))
          .map(PasswordLine.Entry::account);
    }
    if (entry.isPresent() && verified.knows(login)) {
      return entry.map(PasswordLine.Entry::account);
    }
    // An unknown user and a locked account cost the same time as a wrong password.
    Optional<String> hash = entry.map(PasswordLine.Entry::hash).filter(PasswordHash::isHash);
    boolean matches = PasswordHash.matches(login.secret(), hash.orElse(UNKNOWN_USERS_HASH));
    if (!matches || entry.isEmpty() || hash.isEmpty()) {
      return Optional.empty();
    }
    remember(login, entry.get());
    return entry.map(PasswordLine.Entry::account);
  }

  /// The accounts in the order of the file.
  public List<Account> list() {
    return entries().map(PasswordLine.Entry::account).toList();
  }

  /// Adds an account, or changes the one of this name.
  public void add(Account account, Secret secret) throws IOException {
    var entry = new PasswordLine.Entry(PasswordHash.of(secret), account);
    replace(account.user(), Optional.of(entry));
  }

  /// Takes an account away.
  ///
  /// @return whether there was one
  public boolean remove(String user) throws IOException {
    boolean known = find(user).isPresent();
    if (known) {
      replace(user, Optional.empty());
    }
    return known;
  }

  private synchronized void replace(String user, Optional<PasswordLine.Entry> entry)
      throws IOException {
    List<PasswordLine> changed = new ArrayList<>();
    boolean placed = false;
    for (PasswordLine line : lines) {
      if (line instanceof PasswordLine.Entry old && old.isOf(user)) {
        entry.ifPresent(changed::add);
        placed = true;
      } else {
        changed.add(line);
      }
    }
    if (!placed) {
      entry.ifPresent(changed::add);
    }
    write(changed);
    replace(List.copyOf(changed));
  }

  private synchronized void replace(List<PasswordLine> changed) {
    lines = changed;
    verified.clear();
  }

  /// A login that was checked against an account of yesterday must not be known tomorrow.
  private synchronized void remember(Login login, PasswordLine.Entry checked) {
    if (find(login.user()).filter(checked::equals).isPresent()) {
      verified.add(login);
    }
  }

  private void write(List<PasswordLine> changed) throws StoreFailure {
    try {
      AtomicText.write(file, changed);
    } catch (IOException e) {
      throw new StoreFailure(
          "The users file %s cannot be written; check that its directory exists and its permissions."
              .formatted(file),
          e);
    }
  }

  private Optional<PasswordLine.Entry> find(String user) {
    return entries().filter(entry -> entry.isOf(user)).findFirst();
  }

  private Stream<PasswordLine.Entry> entries() {
    return lines.stream()
        .filter(PasswordLine.Entry.class::isInstance)
        .map(PasswordLine.Entry.class::cast);
  }
}
