package dev.simpleftp.e2e;

/// The contract of stores at Pure-FTPd.
class PureFtpdStoreIT extends ForeignStoreContract {
  PureFtpdStoreIT() {
    super(
        ForeignServer.PURE_FTPD,
        Limits.ofStoresOfOthers()
            .and(
                "it says 451 to a rename, as if it had failed",
                "leavesTheRootWhereItIs",
                "refusesToRenameOntoADirectory")
            .and("it says 'invalid argument' of a directory", "refusesToRemoveADirectoryAsAFile")
            .and("it prohibits names with a backslash", "keepsEveryName(back\\slash)")
            .and(
                "it writes control characters and blanks at the end as '_'",
                "keepsEveryName(tab\there)",
                "keepsEveryName(esc\u001B[31m)",
                "keepsEveryName(trailing )",
                "keepsDirectoriesOfEveryName")
            .and(
                "it cannot tell the last second before 1970",
                "keepsTheTimeItWasGiven(1969-12-31T23:59:59Z)")
            .and(
                "it says 'not a directory' of what lies below a file",
                "refusesThePermissionsOfWhatIsMissing"));
  }
}
