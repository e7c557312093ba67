package dev.simpleftp.e2e;

import java.util.Map;

/// Our client at pyftpdlib.
class PyftpdlibIT extends ForeignServerContract {
  PyftpdlibIT() {
    super(
        ForeignServer.PYFTPDLIB,
        Map.of(
            "listsTheRightTimesOfAServerThatIsElsewhere",
            "told to list in local time it does so in MLSD as well, against RFC 3659",
            "movesAFileWhoseNameIsNotUtf8",
            "it stores the name with U+FFFD for what is not UTF-8"));
  }
}
