package dev.simpleftp.e2e;

import java.util.Map;

/// The contract of stores at a server of others.
class ApacheFtpServerStoreIT extends ForeignStoreContract {
  ApacheFtpServerStoreIT() {
    super(ForeignServer.APACHE_FTPSERVER, Map.of());
  }
}
