package dev.simpleftp.application.store;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Remembers who told wrong passwords, by network and user name; thread-safe.
///
/// It is bounded: so many networks, and for each only as many names as lead to its ban.
final class LoginAttempts {
  /// Longer names count as one when they begin alike.
  private static final int LONGEST_NAME = 64;

  private final LoginRules rules;
  private final Map<Network, Origin> origins = new LinkedHashMap<>(16, 0.75f, true);

  LoginAttempts(LoginRules rules) {
    this.rules = rules;
  }

  /// Counts a wrong password, unless a ban stands already.
  ///
  /// @return when the answer may be given
  synchronized long failed(Network network, String user, long now) {
    if (isBanned(network, user, now)) {
      return now;
    }
    Origin origin = origins.computeIfAbsent(network, _ -> new Origin());
    String name = shortened(user);
    long turn = origin.users.computeIfAbsent(name, _ -> new LoginFailures(rules)).add(now);
    origin.judge(now);
    if (origins.size() > rules.addresses()) {
      origins.remove(origins.keySet().iterator().next());
    }
    return turn;
  }

  /// When the answer to a right password may be given.
  synchronized long nextTurn(Network network, String user, long now) {
    return find(network, user).map(failures -> failures.nextTurn(now)).orElse(now);
  }

  /// Forgets the wrong passwords of somebody who now knew the right one.
  synchronized void succeeded(Network network, String user) {
    Origin origin = origins.get(network);
    if (origin != null) {
      origin.users.remove(shortened(user));
    }
  }

  synchronized boolean isBanned(Network network, String user, long now) {
    Origin origin = origins.get(network);
    return origin != null
        && (origin.isBanned(now)
            || find(network, user).filter(failures -> failures.isBanned(now)).isPresent());
  }

  synchronized int size() {
    return origins.size();
  }

  private Optional<LoginFailures> find(Network network, String user) {
    return Optional.ofNullable(origins.get(network))
        .map(origin -> origin.users.get(shortened(user)));
  }

  private static String shortened(String user) {
    return user.substring(0, Math.min(user.length(), LONGEST_NAME));
  }

  /// What came from one network.
  private final class Origin {
    private final Map<String, LoginFailures> users = new HashMap<>();
    private @Nullable Long bannedAt;

    /// Whoever tries many names is banned as a whole; the slips of one user weigh less.
    void judge(long now) {
      users.values().removeIf(failures -> failures.count(now) == 0);
      int counted =
          users.values().stream()
              .mapToInt(failures -> Math.min(rules.countedPerUser(), failures.count(now)))
              .sum();
      if (counted >= rules.banAfter()) {
        bannedAt = now;
      }
    }

    boolean isBanned(long now) {
      if (bannedAt != null && now - bannedAt >= rules.banTime().toNanos()) {
        bannedAt = null;
        users.clear();
      }
      return bannedAt != null;
    }
  }
}
