package dev.simpleftp.domain;

import java.time.Duration;

/// What became of a transfer.
///
/// @param path the file in the session's store
/// @param bytes octets moved by this transfer, without what was there before
/// @param elapsed time since the store agreed
/// @param complete whether it kept its promise; `false` while it runs and when it failed
public record TransferReport(
    TransferKind kind, FilePath path, long bytes, Duration elapsed, boolean complete) {

  /// Octets per second.
  public double rate() {
    return bytes / Math.max(1e-9, elapsed.toNanos() / 1e9);
  }
}
