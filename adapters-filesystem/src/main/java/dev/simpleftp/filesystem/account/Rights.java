package dev.simpleftp.filesystem.account;

import dev.simpleftp.domain.Grants;
import dev.simpleftp.domain.Permission;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What the password file can grant.
public enum Rights {
  READ,
  WRITE;

  /// What these rights allow everywhere in a home.
  public Grants grants() {
    return Grants.everywhere(this == READ ? Permission.readOnly() : Permission.all());
  }

  /// The rights of this word, `read` or `write`.
  public static Optional<Rights> of(String word) {
    return Stream.of(values()).filter(rights -> rights.toString().equals(word)).findFirst();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
