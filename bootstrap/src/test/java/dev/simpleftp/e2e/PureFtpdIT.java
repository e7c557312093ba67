package dev.simpleftp.e2e;

import java.util.Map;

/// Our client at Pure-FTPd.
class PureFtpdIT extends ForeignServerContract {
  private static final String BACKSLASH = "it prohibits names with a backslash";
  private static final String TAB = "it writes control characters in names as '_'";
  private static final String BLANK = "it takes blanks from the end of the names it is told";

  PureFtpdIT() {
    super(
        ForeignServer.PURE_FTPD,
        Map.of(
            "listsAndGetsOddNames(back\\slash)", BACKSLASH,
            "putsAndRemovesOddNames(back\\slash)", BACKSLASH,
            "makesAndEntersOddDirectories(back\\slash)", BACKSLASH,
            "listsAndGetsOddNames(tab\there)", "it lists no names with control characters",
            "putsAndRemovesOddNames(tab\there)", TAB,
            "makesAndEntersOddDirectories(tab\there)", TAB,
            "putsAndRemovesOddNames(trail )", BLANK,
            "makesAndEntersOddDirectories(trail )", BLANK,
            "putsAndRemovesOddNames( )", BLANK,
            "makesAndEntersOddDirectories( )", BLANK));
  }
}
