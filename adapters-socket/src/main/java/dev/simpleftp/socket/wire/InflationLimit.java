package dev.simpleftp.socket.wire;

/// How far compressed data may swell: a guard against bombs.
///
/// Deflate itself cannot swell further than 1032:1, and only endless zeros come near that.
///
/// @param ratio the most octets that one compressed octet may become
/// @param window how many inflated octets are looked at together; fewer are never refused
public record InflationLimit(int ratio, long window) {
  /// 1000:1, looked at every 64 MiB.
  public static final InflationLimit DEFAULT = new InflationLimit(1000, 64L << 20);

  public InflationLimit {
    if (ratio < 1 || window < 1) {
      throw new IllegalArgumentException("An inflation limit has a ratio and a window from 1 on.");
    }
  }
}
