package dev.simpleftp.e2e;

import java.util.Map;

/// Our client at our own packaged server, which must leave nothing to declare.
class OwnServerIT extends ForeignServerContract {
  OwnServerIT() {
    super(ForeignServer.OURS, Map.of());
  }
}
