package dev.simpleftp.filesystem.account;

import dev.simpleftp.application.store.Rate;
import dev.simpleftp.domain.ByteSize;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Grants;
import dev.simpleftp.domain.Permission;
import dev.simpleftp.domain.StoreFailure;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/// The last field of an account's line: `rights`, and behind it, each after a `;`, rules for single
/// paths (`/path=rights`) and limits (`quota=`, `down=`, `up=` with a size).
record Terms(Grants grants, Allowance allowance) {
  private static final String QUOTA = "quota";
  private static final String DOWN = "down";
  private static final String UP = "up";
  private static final List<String> LIMITS = List.of(QUOTA, DOWN, UP);

  /// Reads the field.
  ///
  /// @throws StoreFailure whose message says what is wrong and what it should be
  static Terms parse(String text) throws StoreFailure {
    List<String> words = List.of(text.split(";", -1));
    Map<FilePath, Set<Permission>> rules = new HashMap<>();
    rules.put(FilePath.ROOT, rights(words.getFirst()));
    Map<String, Long> limits = new HashMap<>();
    for (String word : words.subList(1, words.size())) {
      boolean again = word.startsWith("/") ? addRule(rules, word) : addLimit(limits, word);
      if (again) {
        throw new StoreFailure("its last field says something twice; remove one of the two");
      }
    }
    var allowance = new Allowance(limit(limits, QUOTA), limit(limits, DOWN), limit(limits, UP));
    return new Terms(new Grants(rules), allowance);
  }

  private static boolean addRule(Map<FilePath, Set<Permission>> rules, String word)
      throws StoreFailure {
    int equals = word.indexOf('=');
    if (equals < 0) {
      throw new StoreFailure("a rule for a path must be /path=rights");
    }
    FilePath path = EscapedPath.read(word.substring(0, equals));
    return rules.put(path, rights(word.substring(equals + 1))) != null;
  }

  private static boolean addLimit(Map<String, Long> limits, String word) throws StoreFailure {
    int equals = Math.max(0, word.indexOf('='));
    String key = word.substring(0, equals);
    long least = key.equals(QUOTA) ? 0 : Rate.LEAST;
    long octets =
        ByteSize.of(word.substring(Math.min(equals + 1, word.length())))
            .map(ByteSize::bytes)
            .orElse(-1L);
    if (!LIMITS.contains(key) || octets < least) {
      throw new StoreFailure(
          "behind the rights only /path=rights, quota=SIZE, down=SIZE and up=SIZE may stand, with"
              + " sizes such as 2GiB, and for down and up at least 1KiB");
    }
    return limits.put(key, octets) != null;
  }

  private static Set<Permission> rights(String text) throws StoreFailure {
    return Rights.of(text)
        .orElseThrow(() ->
            new StoreFailure(
                "its rights must be %s; ':' in the path of a rule is written %%3A"
                    .formatted(Rights.FORMS)));
  }

  private static OptionalLong limit(Map<String, Long> limits, String key) {
    Long octets = limits.get(key);
    return octets == null ? OptionalLong.empty() : OptionalLong.of(octets);
  }

  @Override
  public String toString() {
    var result = new StringBuilder(Rights.write(grants.on(FilePath.ROOT)));
    grants.rules().keySet().stream()
        .filter(path -> !path.isRoot())
        .sorted(Comparator.comparing(FilePath::toString))
        .forEach(path -> append(result, EscapedPath.write(path), Rights.write(grants.on(path))));
    append(result, QUOTA, allowance.quota());
    append(result, DOWN, allowance.down());
    append(result, UP, allowance.up());
    return result.toString();
  }

  private static void append(StringBuilder result, String key, OptionalLong octets) {
    octets.ifPresent(count -> append(result, key, new ByteSize(count).exact()));
  }

  private static void append(StringBuilder result, String key, String value) {
    result.append(';').append(key).append('=').append(value);
  }
}
