package dev.simpleftp.e2e;

/// Our client at ProFTPD.
class ProFtpdIT extends ForeignServerContract {
  ProFtpdIT() {
    super(
        ForeignServer.PROFTPD,
        Limits.none()
            .and(
                "it makes no directory with a '*' in its name",
                "makesAndEntersOddDirectories(*?[x])"));
  }
}
