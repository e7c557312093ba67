package dev.simpleftp.application.port.out;

/// Where a store keeps less than the whole contract. It is declared and its own behaviour checked.
public enum Deviation {
  /// Only names in valid UTF-8 can be stored; others are refused.
  NO_FOREIGN_NAMES,
  /// The store says no, but cannot always tell why.
  COARSE_REFUSALS,
  /// An unfinished upload stays beside its target under `FileName.part()`, and resuming continues
  /// that copy instead of the target.
  KEEPS_UNFINISHED,
  /// Times are kept to the second only.
  WHOLE_SECONDS,
  /// The store offers no [Capability] at all.
  NO_ABILITIES
}
