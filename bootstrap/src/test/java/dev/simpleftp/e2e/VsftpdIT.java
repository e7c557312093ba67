package dev.simpleftp.e2e;

/// Our client at vsftpd, which lists by LIST alone.
class VsftpdIT extends ForeignServerContract {
  VsftpdIT() {
    super(
        ForeignServer.VSFTPD,
        Limits.none()
            .and(
                "told to list in local time, it does not say which",
                "listsTheRightTimesOfAServerThatIsElsewhere")
            .and("its LIST leaves out names that begin with a dot", "listsAndGetsOddNames(...)")
            .and("its reply to FEAT does not tell that MDTM sets times", "keepsTheTimeItWasGiven"));
  }
}
