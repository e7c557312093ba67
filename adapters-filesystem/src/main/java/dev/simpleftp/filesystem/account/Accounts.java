package dev.simpleftp.filesystem.account;

import dev.simpleftp.domain.Login;
import dev.simpleftp.domain.StoreFailure;
import java.util.Optional;

/// Knows who a login is. Thread-safe.
@FunctionalInterface
public interface Accounts {
  /// Nobody has an account.
  Accounts NONE = _ -> Optional.empty();

  /// The account of this login; empty for an unknown user as for a wrong password, after the same
  /// time. A login that is proved needs no password; an account that is locked stays so.
  Optional<Account> authenticate(Login login);

  /// Looks again at where the accounts come from. Sessions that are open go on as they began.
  ///
  /// @throws StoreFailure when that cannot be read; the accounts then stay as they were
  default void reload() throws StoreFailure {}
}
