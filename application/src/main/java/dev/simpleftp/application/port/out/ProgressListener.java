package dev.simpleftp.application.port.out;

/// Hears how far a transfer has come; called by the transfer's thread between two steps.
@FunctionalInterface
public interface ProgressListener {
  /// Hears nothing.
  ProgressListener NONE = _ -> {};

  /// Called with the count so far.
  ///
  /// @param transferred octets this transfer has moved so far
  void moved(long transferred);

  /// Called now and then while the transfer waits on purpose, for its rate: it is alive although
  /// nothing moves.
  default void waits() {}
}
