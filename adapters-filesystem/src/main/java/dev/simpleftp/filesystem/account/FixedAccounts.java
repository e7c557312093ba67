package dev.simpleftp.filesystem.account;

import dev.simpleftp.domain.Login;
import dev.simpleftp.domain.Secret;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Accounts that a program names itself, with their passwords in memory.
public final class FixedAccounts implements Accounts {
  private static final Secret NOBODYS = Secret.of("");

  private final Map<String, Entry> entries = new ConcurrentHashMap<>();

  /// Adds an account, or replaces the one of this name.
  public FixedAccounts add(Account account, Secret secret) {
    entries.put(account.user(), new Entry(account, Secret.of(secret.reveal())));
    return this;
  }

  @Override
  public Optional<Account> authenticate(Login login) {
    Entry entry = entries.get(login.user());
    boolean matches = (entry == null ? NOBODYS : entry.secret()).equals(login.secret());
    return matches || login.proved() ? Optional.ofNullable(account(entry)) : Optional.empty();
  }

  private static @Nullable Account account(@Nullable Entry entry) {
    return entry == null ? null : entry.account();
  }

  private record Entry(Account account, Secret secret) {}
}
