package dev.simpleftp.domain;

import java.security.MessageDigest;
import java.util.Arrays;

/// A password in memory: it never prints itself and can be wiped.
public final class Secret implements AutoCloseable {
  private final char[] value;

  private Secret(char[] value) {
    this.value = value;
  }

  /// Keeps a copy of these characters.
  public static Secret of(CharSequence text) {
    char[] value = new char[text.length()];
    for (int i = 0; i < value.length; i++) {
      value[i] = text.charAt(i);
    }
    return new Secret(value);
  }

  /// The characters themselves, for the one place that must send or check them.
  public String reveal() {
    return new String(value);
  }

  /// Overwrites the characters; afterwards the secret is all NUL.
  @Override
  public void close() {
    Arrays.fill(value, '\0');
  }

  /// Compares in a time that depends on the length alone.
  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret
        && MessageDigest.isEqual(
            LosslessUtf8.encode(reveal()), LosslessUtf8.encode(secret.reveal()));
  }

  @Override
  public int hashCode() {
    return value.length;
  }

  @Override
  public String toString() {
    return "***";
  }
}
