package dev.simpleftp.e2e;

import java.util.Map;

/// The contract of stores at a server of others.
class OwnServerStoreIT extends ForeignStoreContract {
  OwnServerStoreIT() {
    super(ForeignServer.OURS, Map.of());
  }
}
