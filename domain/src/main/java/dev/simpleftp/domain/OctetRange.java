package dev.simpleftp.domain;

/// A run of octets in a file.
///
/// @param start octets in front of it
/// @param end the first octet behind it; [Long#MAX_VALUE] means the end of the file
public record OctetRange(long start, long end) {
  /// All of a file, whatever its size.
  public static final OctetRange WHOLE = new OctetRange(0, Long.MAX_VALUE);

  public OctetRange {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("A range begins at 0 or later and ends no earlier.");
    }
  }

  /// From this offset to the end of the file.
  public static OctetRange from(long offset) {
    return new OctetRange(offset, Long.MAX_VALUE);
  }

  /// Whether it reaches to the end of the file, however long that is.
  public boolean isOpen() {
    return end == Long.MAX_VALUE;
  }

  /// The part of it that a file of this size has.
  public OctetRange within(long size) {
    return new OctetRange(Math.min(start, size), Math.min(end, size));
  }

  public long length() {
    return end - start;
  }
}
