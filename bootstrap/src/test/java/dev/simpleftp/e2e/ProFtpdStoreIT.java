package dev.simpleftp.e2e;

/// The contract of stores at ProFTPD.
class ProFtpdStoreIT extends ForeignStoreContract {
  ProFtpdStoreIT() {
    super(
        ForeignServer.PROFTPD,
        Limits.ofStoresOfOthers()
            .and("its HASH is of the whole file, also after RANG", "computesTheDigestOfAPart")
            .and(
                "it sets no times before 1970",
                "keepsTheTimeItWasGiven(1955-11-05T06:15:00Z)",
                "keepsTheTimeItWasGiven(1969-12-31T23:59:59Z)")
            .and("it says 'busy' of the root", "leavesTheRootWhereItIs")
            .and("it says no to a rename without a reason", "refusesToRenameOntoADirectory"));
  }
}
