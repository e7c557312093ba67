package dev.simpleftp.e2e;

/// The contract of stores at our own packaged server, where nothing may be declared.
class OwnServerStoreIT extends ForeignStoreContract {
  OwnServerStoreIT() {
    super(ForeignServer.OURS, Limits.none());
  }
}
