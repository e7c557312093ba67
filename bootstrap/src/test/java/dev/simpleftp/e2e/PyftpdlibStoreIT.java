package dev.simpleftp.e2e;

/// The contract of stores at pyftpdlib.
class PyftpdlibStoreIT extends ForeignStoreContract {
  PyftpdlibStoreIT() {
    super(
        ForeignServer.PYFTPDLIB,
        Limits.ofStoresOfOthers()
            .and(
                "it gives every file the same permissions in its lists",
                "keepsThePermissionsItWasGiven(256)",
                "keepsThePermissionsItWasGiven(384)",
                "keepsThePermissionsItWasGiven(493)",
                "keepsThePermissionsItWasGiven(511)",
                "keepsThePermissionsOfADirectory",
                "keepsThePermissionsOfAFileThatGetsANewContent")
            .and(
                "it says 'not a directory' of what lies below a file",
                "refusesThePermissionsOfWhatIsMissing")
            .and("it sets the times of files alone", "keepsTheTimeOfADirectory")
            .and("it says 'not empty' of the root", "leavesTheRootWhereItIs")
            .and("it stores U+FFFD for what is not UTF-8", "keepsANameThatIsNotUtf8")
            .and("it renames onto an empty directory", "refusesToRenameOntoADirectory"));
  }
}
