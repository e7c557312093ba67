package dev.simpleftp.socket.wire;

import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FileKind;
import dev.simpleftp.domain.Permission;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// Writes entries as the lines of MLSD and MLST (RFC 3659 §7): `type=file;size=7;... name`.
///
/// [MlsxLine] reads them.
public final class MlsxFacts {
  private final Set<Fact> facts;

  /// @param facts what a line tells, as OPTS MLST chose it
  public MlsxFacts(Set<Fact> facts) {
    this.facts = facts.isEmpty() ? Set.of() : EnumSet.copyOf(facts);
  }

  /// The facts that the argument of `OPTS MLST` names (RFC 3659 §7.9); unknown ones are ignored.
  public static Set<Fact> choose(String argument) {
    Set<Fact> chosen = EnumSet.noneOf(Fact.class);
    for (String name : argument.split(";", -1)) {
      for (Fact fact : Fact.values()) {
        if (fact.wireName.equalsIgnoreCase(name.strip())) {
          chosen.add(fact);
        }
      }
    }
    return chosen;
  }

  /// The line of FEAT: every fact, the chosen ones marked: `MLST type*;size*;perm;`.
  public String feature() {
    var out = new StringBuilder("MLST ");
    for (Fact fact : Fact.values()) {
      out.append(fact.wireName).append(facts.contains(fact) ? "*;" : ";");
    }
    return out.toString();
  }

  /// The chosen facts as the reply to `OPTS MLST` names them: `type;size;`.
  public String names() {
    var out = new StringBuilder();
    facts.forEach(fact -> out.append(fact.wireName).append(';'));
    return out.toString();
  }

  /// Appends the facts, one blank and the name, without a line end.
  ///
  /// @param name what to call the entry: its name in MLSD, the whole path in MLST
  /// @param rights what the reader may do with the entry, told by the fact `perm`
  public void append(StringBuilder out, FileEntry entry, String name, Set<Permission> rights) {
    for (Fact fact : facts) {
      append(out, entry, fact, rights);
    }
    out.append(' ').append(name);
  }

  private static void append(
      StringBuilder out, FileEntry entry, Fact fact, Set<Permission> rights) {
    switch (fact) {
      case TYPE -> put(out, fact).append(type(entry.kind())).append(';');
      case SIZE -> appendSize(out, entry);
      case MODIFY -> appendModified(out, entry.modified());
      case PERM -> appendPermissions(put(out, fact), entry.kind(), rights);
      case UNIQUE -> appendUnique(out, entry.unique());
      case UNIX_MODE -> appendMode(put(out, fact), entry.mode());
    }
  }

  private static void appendSize(StringBuilder out, FileEntry entry) {
    if (!entry.isDirectory() && entry.sizeKnown()) {
      put(out, Fact.SIZE).append(entry.size()).append(';');
    }
  }

  private static void appendModified(StringBuilder out, Instant modified) {
    if (!modified.equals(Instant.EPOCH) && FtpTime.isWritable(modified)) {
      FtpTime.append(put(out, Fact.MODIFY), modified);
      out.append(';');
    }
  }

  /// RFC 3659 §7.5.5: what may be tried, without a promise that it works.
  private static void appendPermissions(StringBuilder out, FileKind kind, Set<Permission> rights) {
    String letters =
        switch (kind) {
          case FILE -> "adfrw";
          case DIRECTORY -> "cdeflmp";
          case LINK, OTHER -> "df";
        };
    for (int i = 0; i < letters.length(); i++) {
      if (rights.contains(needed(letters.charAt(i)))) {
        out.append(letters.charAt(i));
      }
    }
    out.append(';');
  }

  private static Permission needed(char letter) {
    return switch (letter) {
      case 'a', 'c', 'w' -> Permission.WRITE;
      case 'd', 'p' -> Permission.REMOVE;
      case 'f' -> Permission.RENAME;
      case 'm' -> Permission.MAKE_DIRECTORY;
      case 'r' -> Permission.READ;
      default -> Permission.LIST;
    };
  }

  /// A value must not end the fact or the facts; an identity that would is not told.
  private static void appendUnique(StringBuilder out, String unique) {
    boolean safe = unique.chars().allMatch(c -> c > ' ' && c < 0x7F && c != ';');
    if (safe && !unique.isEmpty()) {
      put(out, Fact.UNIQUE).append(unique).append(';');
    }
  }

  private static void appendMode(StringBuilder out, int mode) {
    out.append('0');
    for (int shift = 6; shift >= 0; shift -= 3) {
      out.append((char) ('0' + (mode >> shift & 7)));
    }
    out.append(';');
  }

  private static StringBuilder put(StringBuilder out, Fact fact) {
    return out.append(fact.wireName).append('=');
  }

  private static String type(FileKind kind) {
    return switch (kind) {
      case FILE -> "file";
      case DIRECTORY -> "dir";
      case LINK -> "OS.unix=symlink";
      case OTHER -> "OS.unix=special";
    };
  }

  /// One thing a line may tell of an entry, in the order of the line.
  public enum Fact {
    TYPE("type"),
    SIZE("size"),
    MODIFY("modify"),
    PERM("perm"),
    UNIQUE("unique"),
    UNIX_MODE("UNIX.mode");

    private final String wireName;
    private final String lowerCase;

    Fact(String wireName) {
      this.wireName = wireName;
      this.lowerCase = wireName.toLowerCase(Locale.ROOT);
    }

    /// The name on the wire, in the spelling we send; it is read in any case.
    public String wireName() {
      return wireName;
    }

    String lowerCase() {
      return lowerCase;
    }
  }
}
