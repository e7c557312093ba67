package dev.simpleftp.e2e;

import java.util.Map;

/// The contract of stores at a server of others.
class VsftpdStoreIT extends ForeignStoreContract {
  VsftpdStoreIT() {
    super(ForeignServer.VSFTPD, Map.of());
  }
}
