package dev.simpleftp.filesystem.account;

import dev.simpleftp.domain.Login;
import java.util.Optional;

/// Knows who a login is. Thread-safe.
@FunctionalInterface
public interface Accounts {
  /// Nobody has an account.
  Accounts NONE = _ -> Optional.empty();

  /// The account of this login; empty for an unknown user as for a wrong password, after the same
  /// time.
  Optional<Account> authenticate(Login login);
}
