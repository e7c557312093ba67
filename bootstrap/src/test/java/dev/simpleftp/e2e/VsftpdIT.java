package dev.simpleftp.e2e;

import java.util.Map;

/// Our client at vsftpd, which lists by LIST alone.
class VsftpdIT extends ForeignServerContract {
  VsftpdIT() {
    super(
        ForeignServer.VSFTPD,
        Map.of(
            "listsTheRightTimesOfAServerThatIsElsewhere",
            "told to list in local time it does not say which",
            "listsAndGetsOddNames(...)",
            "its LIST leaves out names that begin with a dot",
            "keepsTheTimeItWasGiven",
            "its reply to FEAT does not tell that MDTM sets times"));
  }
}
