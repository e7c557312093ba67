package dev.simpleftp.socket.wire;

import dev.simpleftp.domain.FileKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/// Reads what MVS and z/OS print: the datasets below a prefix (`VOL001 3390 2026/11/21 1 15 FB 80
/// 8000 PS NAME`), and the members of a partitioned one (`NAME 01.03 2026/09/12 2026/10/11 09:37 11
/// 11 0 OWNER`).
///
/// Neither tells octets: datasets have tracks and members records. A dataset tells when it was last
/// referred to, which is not when it changed. Lines without attributes count only below a headline.
final class MvsListingParser implements ListingParser {
  private static final int DATASET_WORDS = 10;
  private static final int DSORG = 8;
  private static final int MEMBER_LENGTH = 8;

  private boolean datasets;
  private boolean members;

  @Override
  public ListedLine read(String line) {
    var words = new ListingWords(line);
    if (isHeadline(words)) {
      datasets = words.get(0).equals("Volume");
      members = !datasets;
      return ListedLine.remark();
    }
    if (words.count() == DATASET_WORDS && isReferred(words.get(2))) {
      return told(unquoted(words.get(DATASET_WORDS - 1)), organized(words.get(DSORG)));
    }
    if (isMember(words.get(0)) && isVersion(words.get(1))) {
      return withStatistics(words);
    }
    if (members) {
      return bareMember(words);
    }
    return datasets ? bareDataset(words) : ListedLine.unread();
  }

  private static boolean isHeadline(ListingWords words) {
    String first = words.get(0);
    String second = words.get(1);
    return (first.equals("Volume") && second.equals("Unit"))
        || (first.equals("Name") && (second.equals("VV.MM") || second.equals("Size")));
  }

  private static boolean isReferred(String word) {
    return word.equals("**NONE**") || ListingDate.numeric(word) != null;
  }

  private static FileKind organized(String dsorg) {
    if (dsorg.startsWith("PO")) {
      return FileKind.DIRECTORY;
    }
    return dsorg.startsWith("PS") || dsorg.startsWith("DA") ? FileKind.FILE : FileKind.OTHER;
  }

  /// What is migrated to a tape, or has no such attributes at all, is shown and not opened unasked.
  private static ListedLine bareDataset(ListingWords words) {
    String name = unquoted(words.get(words.count() - 1));
    String last = words.get(words.count() - 2);
    return switch (words.get(0)) {
      case "Pseudo" -> told(name, FileKind.DIRECTORY);
      case "Migrated", "MIGRAT", "ARCIVE" -> told(name, FileKind.OTHER);
      case "Error" ->
          words.get(1).equals("determining") ? told(name, FileKind.OTHER) : ListedLine.unread();
      default ->
          switch (last) {
            case "VSAM", "GDG", "PATH", "AIX", "Device" -> told(name, FileKind.OTHER);
            default -> ListedLine.unread();
          };
    };
  }

  private static ListedLine withStatistics(ListingWords words) {
    LocalDate changed = ListingDate.numeric(words.get(3));
    LocalTime time = ListingDate.time(words.get(4));
    if (changed == null || time == null) {
      return ListedLine.unread();
    }
    Instant modified = ListingDate.instant(changed, time);
    return ListedLine.named(words.get(0), FileKind.FILE, 0, modified).inexact();
  }

  /// A member without statistics is a name alone; one of a load library has numbers in hexadecimal.
  private static ListedLine bareMember(ListingWords words) {
    boolean fits = words.count() == 1 || isHexadecimal(words.get(1));
    return fits && isMember(words.get(0)) ? told(words.get(0), FileKind.FILE) : ListedLine.unread();
  }

  private static ListedLine told(String name, FileKind kind) {
    return ListedLine.named(name, kind, 0, Instant.EPOCH).inexact();
  }

  private static boolean isMember(String word) {
    return !word.isEmpty()
        && word.length() <= MEMBER_LENGTH
        && word.chars()
            .allMatch(
                c -> (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "@#$".indexOf(c) >= 0);
  }

  private static boolean isVersion(String word) {
    return word.length() == 5
        && word.charAt(2) == '.'
        && Decimal.read(word.substring(0, 2)).isPresent()
        && Decimal.read(word.substring(3)).isPresent();
  }

  private static boolean isHexadecimal(String word) {
    return word.length() >= 6
        && word.length() <= MEMBER_LENGTH
        && word.chars().allMatch(c -> Character.digit(c, 16) >= 0);
  }

  private static String unquoted(String name) {
    boolean quoted = name.length() > 2 && name.startsWith("'") && name.endsWith("'");
    return quoted ? name.substring(1, name.length() - 1) : name;
  }
}
