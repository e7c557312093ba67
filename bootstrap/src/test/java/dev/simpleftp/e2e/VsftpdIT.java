package dev.simpleftp.e2e;

/// Our client at vsftpd, which lists by LIST alone.
class VsftpdIT extends ForeignServerContract {
  VsftpdIT() {
    super(
        ForeignServer.VSFTPD,
        Limits.none()
            .and(
                "told to list in local time, it does not say which",
                "listsTheRightTimesOfAServerThatIsElsewhere"));
  }
}
