package dev.simpleftp.console.command;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/// Reads a date and time as people type it.
final class GivenTime {
  private GivenTime() {}

  /// `2026-01-31`, `2026-01-31 18:30` or `2026-01-31T18:30:15`.
  ///
  /// @return empty for now
  static Optional<LocalDateTime> of(String text) throws BadCommand {
    if (text.isEmpty() || text.equals("NOW")) {
      return Optional.empty();
    }
    try {
      String joined = text.replace(' ', 'T');
      return Optional.of(
          joined.indexOf('T') < 0
              ? LocalDate.parse(joined).atStartOfDay()
              : LocalDateTime.parse(joined));
    } catch (DateTimeException _) {
      throw new BadCommand(text + " is no time: give 2026-01-31, 2026-01-31 18:30 or now.");
    }
  }
}
