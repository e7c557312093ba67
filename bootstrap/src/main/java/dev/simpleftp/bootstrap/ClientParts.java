package dev.simpleftp.bootstrap;

import dev.simpleftp.application.copy.CopyFileService;
import dev.simpleftp.application.copy.CopyTreeService;
import dev.simpleftp.application.port.in.UseCases;
import dev.simpleftp.application.port.out.SessionEvents;
import dev.simpleftp.application.service.Services;
import dev.simpleftp.console.ConsoleClient;
import dev.simpleftp.console.ConsoleCore;
import dev.simpleftp.console.ConsoleEnvironment;
import dev.simpleftp.console.ProtocolTranscript;
import dev.simpleftp.filesystem.directory.LocalFiles;
import dev.simpleftp.filesystem.journal.JournalDirectory;
import dev.simpleftp.socket.channel.Watchdog;
import dev.simpleftp.socket.client.ClientConfig;
import dev.simpleftp.socket.client.RemoteFileStores;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;

/// The client profile put together by hand: a call that does one thing should not wait for a
/// container first.
final class ClientParts {
  private ClientParts() {}

  /// @param local the directory of this machine that the call begins in
  static ConsoleClient console(Path local) throws IOException {
    var environment = ConsoleEnvironment.ofProcess();
    var transcript = new ProtocolTranscript();
    var stores =
        new RemoteFileStores(
            ClientConfig.defaults(), new ConsoleProtocol(transcript), new Watchdog());
    UseCases useCases = Services.over(stores, SessionEvents.NONE);
    return new ConsoleClient(core(useCases, environment, local), transcript, environment);
  }

  private static ConsoleCore core(UseCases useCases, ConsoleEnvironment environment, Path local)
      throws IOException {
    var journal = new JournalDirectory(environment.journalDirectory(), InstantSource.system());
    var copyFile = new CopyFileService(journal);
    var directory = LocalFiles.pathOf(local.toAbsolutePath().normalize());
    return new ConsoleCore(
        useCases,
        copyFile,
        new CopyTreeService(copyFile, InstantSource.system()),
        new ConsoleCore.LocalTree(Endpoints.local(directory), Endpoints::enclosed),
        (login, peer) -> Endpoints.remote(useCases, login, peer));
  }
}
