package dev.simpleftp.e2e;

import java.util.Map;

/// Our client at Apache FtpServer.
class ApacheFtpServerIT extends ForeignServerContract {
  private static final String BLANK = "it takes blanks from the end of the names it is told";
  private static final String PATTERN = "it takes '*', '?' and '[' in a name for a pattern";
  private static final String BACKSLASH = "it takes a backslash for a slash";
  private static final String OVER = "it renames over no file, in words that do not say so";

  ApacheFtpServerIT() {
    super(
        ForeignServer.APACHE_FTPSERVER,
        Map.ofEntries(
            Map.entry("keepsTheOldFileUntilTheNewOneIsComplete", OVER),
            Map.entry("keepsTheOldFileWhenTheNewOneIsGivenUp", OVER),
            Map.entry("refusesToRemoveADirectoryThatHoldsSomething", "it says 450, as if busy"),
            Map.entry("goesOnAfterAFileThatIsMissing", "it says 501 to MLST of what is missing"),
            Map.entry("movesAFileWhoseNameIsNotUtf8", "it refuses names that are not UTF-8"),
            Map.entry("listsAndGetsOddNames(...)", "it lists no names that begin with a dot"),
            Map.entry("listsAndGetsOddNames(trail )", BLANK),
            Map.entry("putsAndRemovesOddNames(trail )", BLANK),
            Map.entry("makesAndEntersOddDirectories(trail )", BLANK),
            Map.entry("listsAndGetsOddNames( )", BLANK),
            Map.entry("putsAndRemovesOddNames( )", BLANK),
            Map.entry("makesAndEntersOddDirectories( )", BLANK),
            Map.entry("listsAndGetsOddNames(*?[x])", PATTERN),
            Map.entry("putsAndRemovesOddNames(*?[x])", PATTERN),
            Map.entry("makesAndEntersOddDirectories(*?[x])", PATTERN),
            Map.entry("listsAndGetsOddNames(back\\slash)", BACKSLASH),
            Map.entry("putsAndRemovesOddNames(back\\slash)", BACKSLASH),
            Map.entry("makesAndEntersOddDirectories(back\\slash)", BACKSLASH)));
  }
}
