package dev.simpleftp.e2e;

import java.util.Map;

/// The contract of stores at a server of others.
class PyftpdlibStoreIT extends ForeignStoreContract {
  PyftpdlibStoreIT() {
    super(ForeignServer.PYFTPDLIB, Map.of());
  }
}
