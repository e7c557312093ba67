package dev.simpleftp.domain;

import java.io.IOException;

/// The expected no of a store: caught where it can be answered, and never logged as a fault.
///
/// Any other [IOException] means that the store or the line broke.
public class Refused extends IOException {
  private final Refusal refusal;

  /// Refuses in the words of [Refusal#sentence()].
  public Refused(Refusal refusal) {
    this(refusal, refusal.sentence());
  }

  /// Refuses for this reason in somebody's own words, such as those of a remote server.
  public Refused(Refusal refusal, String message) {
    super(message);
    this.refusal = refusal;
  }

  public Refusal refusal() {
    return refusal;
  }
}
