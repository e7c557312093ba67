package dev.simpleftp.domain;

import org.jspecify.annotations.Nullable;

/// One segment of a [FilePath]: a name that cannot leave the directory it stands in and cannot
/// break a line of the protocol.
///
/// @param text not empty, at most [#MAX_BYTES] bytes, no `/` NUL CR LF, neither `.` nor `..`; the
///   root directory alone bears the name `/`
public record FileName(String text) implements Comparable<FileName> {
  /// The longest name that common file systems keep, in bytes of UTF-8.
  public static final int MAX_BYTES = 255;

  /// The name of the root directory, which has no other.
  public static final FileName ROOT = new FileName("/");

  private static final String PART = ".part";

  public FileName {
    String fault = fault(text);
    if (fault != null && !text.equals("/")) {
      throw new IllegalArgumentException(fault);
    }
  }

  /// Reads a name from outside.
  ///
  /// @throws Refused with [Refusal#BAD_NAME] when it is none
  public static FileName of(String text) throws Refused {
    String fault = fault(text);
    if (fault != null) {
      throw new Refused(Refusal.BAD_NAME, fault);
    }
    return new FileName(text);
  }

  /// Whether [#of] would take this text.
  public static boolean isValid(String text) {
    return fault(text) == null;
  }

  /// The name under which an unfinished copy of this file is kept: `x.part` for `x`.
  ///
  /// A name too long for the suffix is cut and made unique by a hash of the whole.
  public FileName part() {
    if (LosslessUtf8.length(text) + PART.length() <= MAX_BYTES) {
      return new FileName(text + PART);
    }
    String suffix = "~" + Integer.toHexString(text.hashCode()) + PART;
    int end = text.length();
    while (LosslessUtf8.length(text.substring(0, end)) + suffix.length() > MAX_BYTES) {
      end = text.offsetByCodePoints(end, -1);
    }
    return new FileName(text.substring(0, end) + suffix);
  }

  @Override
  public int compareTo(FileName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }

  private static @Nullable String fault(String text) {
    if (text.isEmpty() || text.equals(".") || text.equals("..")) {
      return "A file name must not be empty, '.' or '..'.";
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '/' || c == 0 || c == '\r' || c == '\n') {
        return "A file name must not contain '/', NUL or a line end.";
      }
    }
    return lengthFault(text);
  }

  private static @Nullable String lengthFault(String text) {
    try {
      return LosslessUtf8.length(text) > MAX_BYTES
          ? "A file name must not be longer than " + MAX_BYTES + " bytes."
          : null;
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
  }
}
