package dev.simpleftp.e2e;

/// The contract of stores at Apache FtpServer.
class ApacheFtpServerStoreIT extends ForeignStoreContract {
  ApacheFtpServerStoreIT() {
    super(
        ForeignServer.APACHE_FTPSERVER,
        Limits.ofStoresOfOthers()
            .and(
                "it computes MD5 alone",
                "computesTheDigestOfAFile",
                "computesTheDigestOfAPart",
                "refusesTheDigestOfWhatIsNoFile")
            .and(
                "it renames over no file, in words that do not say so",
                "keepsAFileThatIsRenamedToItself",
                "replacesAFileByARename")
            .and("it lists what is missing as empty", "refusesToListWhatIsMissingOrNoDirectory")
            .and("it finds out only at the end that it cannot write", "refusesToWriteWhatIsNoFile")
            .and(
                "it says no to a rename without a reason",
                "leavesTheRootWhereItIs",
                "refusesToMoveADirectoryIntoItself",
                "refusesToPutADirectoryInThePlaceOfAFile")
            .and(
                "it knows no SITE CHMOD",
                "keepsThePermissionsItWasGiven",
                "keepsThePermissionsOfADirectory",
                "keepsThePermissionsOfAFileThatGetsANewContent",
                "refusesThePermissionsOfWhatIsMissing")
            .and(
                "it sets no times before 1970, and none of directories",
                "keepsTheTimeItWasGiven(1955-11-05T06:15:00Z)",
                "keepsTheTimeItWasGiven(1969-12-31T23:59:59Z)",
                "keepsTheTimeOfADirectory")
            .andAtTimes(
                "it says 150 before it opens the file", "readsTheOldBytesAfterTheNameWasRemoved")
            .and("it refuses names that are not UTF-8", "keepsANameThatIsNotUtf8")
            .and(
                "it takes the blanks from the end of a name",
                "keepsEveryName(trailing )",
                "keepsDirectoriesOfEveryName")
            .and(
                "it takes '*', '?' and '[' for a pattern",
                "keepsEveryName(*?[x])",
                "keepsEveryName(esc\u001B[31m)")
            .and("it lists no names that begin with a dot", "keepsEveryName(...)")
            .and("it takes a backslash for a slash", "keepsEveryName(back\\slash)"));
  }
}
