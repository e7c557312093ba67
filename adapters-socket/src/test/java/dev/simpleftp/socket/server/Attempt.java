package dev.simpleftp.socket.server;

import dev.simpleftp.domain.Permission;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// One use of a verb, and what a login must be allowed for it.
///
/// @param needed the rights without which it is refused
/// @param before commands that make ready for it
/// @param command the command itself; it may move data
/// @param code the final reply to whoever has the rights
public record Attempt(Set<Permission> needed, List<String> before, String command, int code) {
  public Attempt {
    needed = Set.copyOf(needed);
    before = List.copyOf(before);
  }

  /// What everybody may do who got so far.
  static Attempt free(String command, int code) {
    return new Attempt(Set.of(), List.of(), command, code);
  }

  static Attempt needing(Permission right, String command, int code) {
    return new Attempt(Set.of(right), List.of(), command, code);
  }

  Attempt alsoNeeding(Permission... rights) {
    var all = new HashSet<>(needed);
    all.addAll(List.of(rights));
    return new Attempt(all, before, command, code);
  }

  Attempt behind(String... commands) {
    return new Attempt(needed, List.of(commands), command, code);
  }

  /// Whether it is carried out for anybody.
  boolean canSucceed() {
    return code < 400;
  }
}
