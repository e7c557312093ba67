package dev.simpleftp.socket.wire;

import dev.simpleftp.domain.FileKind;
import java.time.Instant;

/// Reads names alone, one word each, as NLST prints them and a few small servers do for LIST.
///
/// Nothing says what such a name is, so it is shown as [FileKind#OTHER] and never opened unasked,
/// unless a slash at its end tells a directory. What may be an error message or the first part of
/// another dialect's line is left out.
final class PlainListingParser implements ListingParser {

  @Override
  public ListedLine read(String line) {
    if (!isWord(line)) {
      return ListedLine.unread();
    }
    return line.endsWith("/")
        ? named(line.substring(0, line.length() - 1), FileKind.DIRECTORY)
        : named(line, FileKind.OTHER);
  }

  private static ListedLine named(String name, FileKind kind) {
    return ListedLine.named(name, kind, 0, Instant.EPOCH).inexact();
  }

  private static boolean isWord(String line) {
    int version = line.lastIndexOf(';');
    return line.chars().noneMatch(c -> c <= ' ' || c == 0x7F)
        && !line.endsWith(":")
        && (version < 0 || Decimal.read(line.substring(version + 1)).isEmpty());
  }
}
