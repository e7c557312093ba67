package dev.simpleftp.bootstrap;

import dev.simpleftp.application.port.in.UseCases;
import dev.simpleftp.console.ConsoleClient;
import dev.simpleftp.console.ConsoleCore;
import dev.simpleftp.console.ConsoleEnvironment;
import dev.simpleftp.console.ProtocolTranscript;
import dev.simpleftp.socket.client.RemoteFileStores;
import java.io.IOException;
import java.nio.file.Path;

/// The client profile put together by hand, out of the parts that [ClientModule] gives the
/// container: a call that does one thing should not wait for one.
final class ClientParts {
  private ClientParts() {}

  /// @param local the directory of this machine that the call begins in
  static ConsoleClient console(Path local, ClientTlsOptions tls) throws IOException {
    var module = new ClientModule(local.toAbsolutePath().normalize(), tls);
    var environment = ConsoleEnvironment.ofProcess();
    var transcript = new ProtocolTranscript();
    RemoteFileStores stores = module.fileStores(transcript, environment);
    UseCases useCases = module.useCases(stores);
    ConsoleCore core =
        module.core(
            useCases,
            module.doors(stores, transcript),
            module.copyFile(module.journal(environment)));
    return module.console(core, transcript, environment);
  }
}
