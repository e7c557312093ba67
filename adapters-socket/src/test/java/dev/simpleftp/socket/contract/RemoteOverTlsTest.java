package dev.simpleftp.socket.contract;

import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.FileStores;
import dev.simpleftp.filesystem.memory.MemoryTree;
import dev.simpleftp.socket.server.FtpServerConfig;
import dev.simpleftp.socket.server.FtpsConfig;
import dev.simpleftp.socket.tls.CertificateTrust;
import dev.simpleftp.socket.tls.ClientTls;
import dev.simpleftp.socket.tls.Fingerprint;
import dev.simpleftp.socket.tls.ServerTls;
import dev.simpleftp.socket.tls.TestCertificates;
import dev.simpleftp.socket.tls.TlsPolicy;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/// client → TLS → server → memory.
class RemoteOverTlsTest extends RemoteContract {

  @SuppressWarnings("NullAway.Init") // made before each test
  private FileStores remote;

  @Override
  FtpServerConfig config() {
    var policy = TlsPolicy.OPTIONAL.demand(TlsPolicy.Demand.REQUIRED);
    return super.config()
        .tls(new FtpsConfig(new ServerTls(TestCertificates::context, policy), List.of()));
  }

  @Override
  ClientTls tls() {
    var known = Set.of(Fingerprint.of(TestCertificates.certificate()));
    return ClientTls.of(ClientTls.Mode.PREFER, CertificateTrust.only(known));
  }

  @Override
  protected void openTree() throws IOException {
    remote = serve(new MemoryTree()::newStore);
  }

  @Override
  protected FileStore newStore() throws IOException {
    return connect(remote);
  }
}
