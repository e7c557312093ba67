package dev.simpleftp.e2e;

/// Our client at Pure-FTPd.
class PureFtpdIT extends ForeignServerContract {
  PureFtpdIT() {
    super(
        ForeignServer.PURE_FTPD,
        Limits.none()
            .and(
                "it prohibits names with a backslash",
                "listsAndGetsOddNames(back\\slash)",
                "putsAndRemovesOddNames(back\\slash)",
                "makesAndEntersOddDirectories(back\\slash)")
            .and(
                "it lists no names with control characters, and writes them as '_'",
                "listsAndGetsOddNames(tab\there)",
                "putsAndRemovesOddNames(tab\there)",
                "makesAndEntersOddDirectories(tab\there)")
            .and(
                "it takes the blanks from the end of a name, or writes '_'",
                "putsAndRemovesOddNames(trail )",
                "makesAndEntersOddDirectories(trail )",
                "putsAndRemovesOddNames( )",
                "makesAndEntersOddDirectories( )"));
  }
}
