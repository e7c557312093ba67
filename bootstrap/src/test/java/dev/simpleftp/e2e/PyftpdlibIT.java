package dev.simpleftp.e2e;

/// Our client at pyftpdlib.
class PyftpdlibIT extends ForeignServerContract {
  PyftpdlibIT() {
    super(
        ForeignServer.PYFTPDLIB,
        Limits.none()
            .and(
                "told to list in local time, it does so in MLSD, against RFC 3659",
                "listsTheRightTimesOfAServerThatIsElsewhere")
            .and("it stores U+FFFD for what is not UTF-8", "movesAFileWhoseNameIsNotUtf8"));
  }
}
