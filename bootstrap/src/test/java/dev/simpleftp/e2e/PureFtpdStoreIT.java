package dev.simpleftp.e2e;

import java.util.Map;

/// The contract of stores at a server of others.
class PureFtpdStoreIT extends ForeignStoreContract {
  PureFtpdStoreIT() {
    super(ForeignServer.PURE_FTPD, Map.of());
  }
}
