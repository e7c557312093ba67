package dev.simpleftp.e2e;

import java.util.Map;

/// The contract of stores at a server of others.
class ProFtpdStoreIT extends ForeignStoreContract {
  ProFtpdStoreIT() {
    super(ForeignServer.PROFTPD, Map.of());
  }
}
