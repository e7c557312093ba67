package dev.simpleftp.socket.wire;

import java.time.Instant;

/// How a kind of server prints its listings, in the order in which they are tried.
enum ListingDialect {
  UNIX,
  DOS,
  EPLF,
  VMS,
  MVS,
  AS400,
  NETWARE,
  OS2,
  /// Names alone, which tell no dialect; so it comes last.
  PLAIN;

  /// A parser for one listing.
  ///
  /// @param now from where dates without a year are counted back
  ListingParser parser(Instant now) {
    return switch (this) {
      case UNIX -> new UnixListingParser(now);
      case DOS -> new DosListingParser();
      case EPLF -> new EplfListingParser();
      case VMS -> new VmsListingParser();
      case MVS -> new MvsListingParser();
      case AS400 -> new As400ListingParser();
      case NETWARE -> new NetwareListingParser(now);
      case OS2 -> new Os2ListingParser();
      case PLAIN -> new PlainListingParser();
    };
  }
}
