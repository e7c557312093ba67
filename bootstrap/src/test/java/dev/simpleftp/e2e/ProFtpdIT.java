package dev.simpleftp.e2e;

import java.util.Map;

/// Our client at ProFTPD.
class ProFtpdIT extends ForeignServerContract {
  ProFtpdIT() {
    super(
        ForeignServer.PROFTPD,
        Map.of(
            "makesAndEntersOddDirectories(*?[x])", "it makes no directory with a '*' in its name"));
  }
}
