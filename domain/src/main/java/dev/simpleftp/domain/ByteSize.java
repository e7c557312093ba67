package dev.simpleftp.domain;

import java.util.Locale;

/// A number of octets as people read it: `999 B`, `1.5 KiB`, `4.0 GiB`.
public record ByteSize(long bytes) {
  private static final String UNITS = "KMGTPE";

  @Override
  public String toString() {
    if (Math.abs(bytes) < 1024) {
      return bytes + " B";
    }
    double value = bytes / 1024.0;
    int unit = 0;
    while (Math.abs(value) >= 1023.95) {
      value /= 1024;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %ciB", value, UNITS.charAt(unit));
  }
}
