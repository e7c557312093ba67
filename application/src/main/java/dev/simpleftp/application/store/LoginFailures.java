package dev.simpleftp.application.store;

import java.util.ArrayDeque;
import java.util.Deque;

/// The wrong passwords for one user name from one network.
///
/// All times are those of [Pace#nanoTime].
final class LoginFailures {
  private final LoginRules rules;
  private final Deque<Long> times = new ArrayDeque<>();
  private long nextTurn;
  private boolean banned;

  LoginFailures(LoginRules rules) {
    this.rules = rules;
  }

  /// Counts one more.
  ///
  /// @return when its answer may be given
  long add(long now) {
    forget(now);
    long turn = times.isEmpty() ? now : nextTurn(now);
    times.add(now);
    banned = times.size() >= rules.banAfter();
    nextTurn = turn + rules.delayNanos(times.size());
    return nextTurn;
  }

  /// When the answer to an attempt of this moment may be given: one after the other, however many
  /// are made at once.
  long nextTurn(long now) {
    return nextTurn - now > 0 ? nextTurn : now;
  }

  boolean isBanned(long now) {
    forget(now);
    return banned;
  }

  int count(long now) {
    forget(now);
    return times.size();
  }

  /// A ban keeps its reasons until it is over.
  private void forget(long now) {
    if (banned) {
      if (now - times.getLast() >= rules.banTime().toNanos()) {
        times.clear();
        banned = false;
      }
      return;
    }
    while (!times.isEmpty() && now - times.getFirst() >= rules.window().toNanos()) {
      times.removeFirst();
    }
  }
}
