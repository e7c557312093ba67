package dev.simpleftp.filesystem.account;

import dev.simpleftp.application.store.NameRules;
import java.util.OptionalLong;

/// What holds in every home, whoever the session belongs to.
///
/// @param names which names are hidden or denied
/// @param perSession octets per second of one session, and the quota of accounts without their own
public record HomeRules(NameRules names, Allowance perSession) {
  /// Nothing is hidden, denied or limited.
  public static final HomeRules NONE = new HomeRules(NameRules.NONE, Allowance.DEFAULT);

  OptionalLong quota(Allowance own) {
    return own.quota().isPresent() ? own.quota() : perSession.quota();
  }
}
