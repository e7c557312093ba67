package dev.simpleftp.e2e;

/// Our client at our own packaged server, where nothing may be declared.
class OwnServerIT extends ForeignServerContract {
  OwnServerIT() {
    super(ForeignServer.OURS, Limits.none());
  }
}
