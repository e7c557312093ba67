package dev.simpleftp.socket.wire;

import java.time.Instant;

/// Reads the lines of one listing, one after the other: an implementation per dialect.
///
/// No standard describes LIST, so every line may be anything: none of them makes a parser fail, and
/// each takes time in proportion to its length. A parser may remember what came before and belongs
/// to one listing.
public interface ListingParser {

  /// Reads the next line, without its end.
  ListedLine read(String line);

  /// The reader of LIST, which finds out the dialect by itself.
  ///
  /// @param now from where dates without a year are counted back
  static ListingParser printed(Instant now) {
    return new DetectingListingParser(now);
  }

  /// The reader of MLSD (RFC 3659 §7).
  static ListingParser facts() {
    return MlsxLine::listed;
  }
}
