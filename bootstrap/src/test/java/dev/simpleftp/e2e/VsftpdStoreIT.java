package dev.simpleftp.e2e;

/// The contract of stores at vsftpd.
class VsftpdStoreIT extends ForeignStoreContract {
  VsftpdStoreIT() {
    super(
        ForeignServer.VSFTPD,
        Limits.ofStoresOfOthers()
            .and("it lists times to the minute at best", "keepsTheTimeItWasGiven")
            .and("it sets the times of files alone", "keepsTheTimeOfADirectory")
            .and("its guest's root is a directory below it", "knowsNoUnfinishedUploadOfTheRoot")
            .and(
                "its guest's root is a directory below it, and words could lead out of that",
                "hearsRawCommandsAndGoesOn",
                "refusesRawCommandsThatAreNotOneLine")
            .and(
                "a guest changes no permissions",
                "keepsThePermissionsItWasGiven",
                "keepsThePermissionsOfADirectory",
                "keepsThePermissionsOfAFileThatGetsANewContent",
                "refusesThePermissionsOfWhatIsMissing")
            .and(
                "it says no to a rename without a reason",
                "refusesToMoveADirectoryIntoItself",
                "refusesToPutADirectoryInThePlaceOfAFile")
            .and("it renames onto an empty directory", "refusesToRenameOntoADirectory"));
  }
}
