package dev.simpleftp.e2e;

/// The contract of stores at vsftpd.
class VsftpdStoreIT extends ForeignStoreContract {
  VsftpdStoreIT() {
    super(
        ForeignServer.VSFTPD,
        Limits.ofStoresOfOthers()
            .and(
                "a guest changes no permissions",
                "keepsThePermissionsItWasGiven",
                "keepsThePermissionsOfADirectory",
                "keepsThePermissionsOfAFileThatGetsANewContent",
                "refusesThePermissionsOfWhatIsMissing")
            .and(
                "its reply to FEAT does not tell that MDTM sets times",
                "keepsTheTimeItWasGiven",
                "keepsTheTimeOfADirectory",
                "keepsTheTimeOfAFileThatIsRenamed",
                "takesANewTimeWithANewContent")
            .and("its LIST leaves out names that begin with a dot", "keepsEveryName(...)")
            .and(
                "it says no to a rename without a reason",
                "refusesToMoveADirectoryIntoItself",
                "refusesToPutADirectoryInThePlaceOfAFile")
            .and("it renames onto an empty directory", "refusesToRenameOntoADirectory")
            .and("it keeps what lies behind the end of a resumed upload", "resumesInTheMiddle"));
  }
}
