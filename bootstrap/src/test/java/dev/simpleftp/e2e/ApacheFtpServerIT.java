package dev.simpleftp.e2e;

/// Our client at Apache FtpServer.
class ApacheFtpServerIT extends ForeignServerContract {
  ApacheFtpServerIT() {
    super(
        ForeignServer.APACHE_FTPSERVER,
        Limits.none()
            .and("it refuses names that are not UTF-8", "movesAFileWhoseNameIsNotUtf8")
            .and("it lists no names that begin with a dot", "listsAndGetsOddNames(...)")
            .and(
                "it takes the blanks from the end of a name",
                "listsAndGetsOddNames(trail )",
                "putsAndRemovesOddNames(trail )",
                "makesAndEntersOddDirectories(trail )",
                "listsAndGetsOddNames( )",
                "putsAndRemovesOddNames( )",
                "makesAndEntersOddDirectories( )")
            .and(
                "it takes '*', '?' and '[' for a pattern",
                "listsAndGetsOddNames(*?[x])",
                "putsAndRemovesOddNames(*?[x])",
                "makesAndEntersOddDirectories(*?[x])")
            .and(
                "it takes a backslash for a slash",
                "listsAndGetsOddNames(back\\slash)",
                "putsAndRemovesOddNames(back\\slash)",
                "makesAndEntersOddDirectories(back\\slash)"));
  }
}
