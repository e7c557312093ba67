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
  /// What is appended goes to the file itself at once, whoever writes an unfinished copy of it.
  APPENDS_IN_PLACE,
  /// Times are kept to the second only.
  WHOLE_SECONDS,
  /// The store cannot promise that a new file replaces nothing, and refuses to create one so.
  NO_EXCLUSIVE_CREATE,
  /// The files lie here: there is no other side that hears commands in its own words.
  NO_RAW_COMMANDS
}
