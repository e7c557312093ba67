package dev.simpleftp.bootstrap;

import dev.simpleftp.application.port.in.UseCases;
import dev.simpleftp.application.port.out.SessionEvents;
import dev.simpleftp.application.service.Services;
import dev.simpleftp.console.ConsoleClient;
import dev.simpleftp.console.ConsoleEnvironment;
import dev.simpleftp.console.ProtocolTranscript;
import dev.simpleftp.filesystem.directory.LocalFiles;
import dev.simpleftp.socket.channel.Watchdog;
import dev.simpleftp.socket.client.ClientConfig;
import dev.simpleftp.socket.client.RemoteFileStores;
import java.io.IOException;
import java.nio.file.Path;

/// The client profile put together by hand: a call that does one thing should not wait for a
/// container first.
final class ClientParts {
  private ClientParts() {}

  static ConsoleClient console(Path local) throws IOException {
    var transcript = new ProtocolTranscript();
    var stores =
        new RemoteFileStores(
            ClientConfig.defaults(), new ConsoleProtocol(transcript), new Watchdog());
    UseCases useCases = Services.over(stores, SessionEvents.NONE);
    var session = Endpoints.localSession(LocalFiles.pathOf(local.toAbsolutePath().normalize()));
    return new ConsoleClient(useCases, session, transcript, ConsoleEnvironment.ofProcess());
  }
}
