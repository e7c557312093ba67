package dev.simpleftp.socket.wire;

import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FileKind;
import dev.simpleftp.domain.FileName;
import dev.simpleftp.socket.wire.MlsxFacts.Fact;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// One line of MLSD or MLST (RFC 3659 §7), read: facts in any order and case, unknown ones ignored.
///
/// @param facts values by the fact's name in lower case
/// @param pathname what follows the first blank, its own blanks included
public record MlsxLine(Map<String, String> facts, String pathname) {
  private static final int MAX_OCTAL_DIGITS = 7;
  private static final String LINK = "type=OS.unix=s";
  private static final int FILE_MODE = 0644;
  private static final int DIRECTORY_MODE = 0755;

  /// Cuts a line into facts and name.
  ///
  /// @return empty when it has no blank between them
  public static Optional<MlsxLine> read(String line) {
    int blank = blank(line);
    if (blank < 0) {
      return Optional.empty();
    }
    Map<String, String> facts = new HashMap<>();
    for (String fact : line.substring(0, blank).split(";", -1)) {
      int equals = fact.indexOf('=');
      if (equals > 0) {
        facts.put(fact.substring(0, equals).toLowerCase(Locale.ROOT), fact.substring(equals + 1));
      }
    }
    return Optional.of(new MlsxLine(facts, line.substring(blank + 1)));
  }

  /// What a line of a listing tells: nothing for the directory itself and its parent.
  static ListedLine listed(String line) {
    return line.isEmpty()
        ? ListedLine.remark()
        : read(line).map(MlsxLine::told).orElse(ListedLine.unread());
  }

  /// The entry of this line under a name of the reader's own, as an answer to MLST.
  public FileEntry entry(FileName name) {
    FileKind kind = kind();
    int mode = mode(kind == FileKind.DIRECTORY ? DIRECTORY_MODE : FILE_MODE);
    OptionalLong told = Decimal.read(value(Fact.SIZE));
    long size = kind == FileKind.DIRECTORY ? 0 : told.orElse(0);
    var entry = new FileEntry(name, kind, size, modified(), mode, value(Fact.UNIQUE));
    return told.isPresent() ? entry : entry.withoutSize();
  }

  private ListedLine told() {
    if (isSelfOrParent()) {
      return ListedLine.remark();
    }
    ListedLine told = ListedLine.named(pathname, this::entry);
    return told instanceof ListedLine.Entry known && !known.entry().sizeKnown()
        ? told.inexact()
        : told;
  }

  /// The blank in front of the name. A link's target is told as a fact and may hold blanks, which
  /// no fact should; then the facts end with their last sign, the first `;` before a blank.
  private static int blank(String line) {
    int first = line.indexOf(' ');
    boolean cut = first > 0 && line.charAt(first - 1) != ';';
    int end = cut && isInLink(line, first) ? line.indexOf("; ", first) : -1;
    return end < 0 ? first : end + 1;
  }

  private static boolean isInLink(String line, int blank) {
    int fact = line.lastIndexOf(';', blank) + 1;
    return line.regionMatches(true, fact, LINK, 0, LINK.length());
  }

  private boolean isSelfOrParent() {
    String type = value(Fact.TYPE);
    return type.equalsIgnoreCase("cdir") || type.equalsIgnoreCase("pdir");
  }

  /// A line without a type is taken for a file: then a get may be tried, and fails at worst.
  private FileKind kind() {
    return switch (value(Fact.TYPE).toLowerCase(Locale.ROOT)) {
      case "", "file" -> FileKind.FILE;
      case "dir", "cdir", "pdir" -> FileKind.DIRECTORY;
      case String type when type.startsWith("os.unix=s") && type.contains("link") -> FileKind.LINK;
      default -> FileKind.OTHER;
    };
  }

  private Instant modified() {
    return FtpTime.read(value(Fact.MODIFY)).orElse(Instant.EPOCH);
  }

  private int mode(int otherwise) {
    String octal = value(Fact.UNIX_MODE);
    boolean readable =
        !octal.isEmpty()
            && octal.length() <= MAX_OCTAL_DIGITS
            && octal.chars().allMatch(c -> c >= '0' && c <= '7');
    return readable ? Integer.parseInt(octal, 8) & 0777 : otherwise;
  }

  private String value(Fact fact) {
    return facts.getOrDefault(fact.lowerCase(), "");
  }
}
