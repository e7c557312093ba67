package dev.simpleftp.bootstrap;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.simpleftp.application.copy.CopyFileService;
import dev.simpleftp.application.copy.CopyTreeService;
import dev.simpleftp.application.port.in.CopyFile;
import dev.simpleftp.application.port.in.UseCases;
import dev.simpleftp.application.port.out.SessionEvents;
import dev.simpleftp.application.port.out.TransferJournal;
import dev.simpleftp.application.service.Services;
import dev.simpleftp.console.CertificateQuestion;
import dev.simpleftp.console.ConsoleClient;
import dev.simpleftp.console.ConsoleCore;
import dev.simpleftp.console.ConsoleEnvironment;
import dev.simpleftp.console.ProtocolTranscript;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.filesystem.directory.LocalFiles;
import dev.simpleftp.filesystem.journal.JournalDirectory;
import dev.simpleftp.socket.channel.Watchdog;
import dev.simpleftp.socket.client.ClientConfig;
import dev.simpleftp.socket.client.RemoteFileStores;
import dev.simpleftp.socket.tls.ClientTls;
import dev.simpleftp.socket.tls.Fingerprint;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Collectors;

/// The client profile: keys → console → use cases → a remote server on one side, this machine's
/// files on the other.
final class ClientModule extends AbstractModule {
  private final Watchdog watchdog = new Watchdog();
  private final Path localDirectory;
  private final ClientTlsOptions tls;

  ClientModule(Path localDirectory, ClientTlsOptions tls) {
    this.localDirectory = localDirectory;
    this.tls = tls;
  }

  @Override
  protected void configure() {
    binder().requireExplicitBindings();
    bind(ProtocolTranscript.class).toInstance(new ProtocolTranscript());
    bind(ConsoleEnvironment.class).toInstance(ConsoleEnvironment.ofProcess());
  }

  @Provides
  @Singleton
  RemoteFileStores fileStores(ProtocolTranscript transcript, ConsoleEnvironment environment) {
    Set<String> trusted =
        tls.trusted().stream().map(Fingerprint::toString).collect(Collectors.toSet());
    var question =
        new CertificateQuestion(transcript, environment.knownCertificatesFile(), trusted);
    ClientTls protection =
        ClientTls.of(tls.mode(), new ConsoleTrust(question))
            .authorities(tls.authorities())
            .notices((address, notice) -> tell(transcript, address, notice));
    return new RemoteFileStores(
        ClientConfig.defaults(), new ConsoleProtocol(transcript), watchdog, protection);
  }

  /// Nobody listens on the way to this machine itself.
  private static void tell(ProtocolTranscript transcript, InetAddress address, String notice) {
    if (!address.isLoopbackAddress()) {
      transcript.notice(notice);
    }
  }

  @Provides
  @Singleton
  ConsoleDoors doors(RemoteFileStores stores, ProtocolTranscript transcript) {
    return new ConsoleDoors(stores, new ConsoleProtocol(transcript), watchdog);
  }

  @Provides
  @Singleton
  UseCases useCases(RemoteFileStores stores) {
    return Services.over(stores, SessionEvents.NONE);
  }

  @Provides
  @Singleton
  TransferJournal journal(ConsoleEnvironment environment) {
    return new JournalDirectory(environment.journalDirectory(), InstantSource.system());
  }

  @Provides
  @Singleton
  CopyFile copyFile(TransferJournal journal) {
    return new CopyFileService(journal);
  }

  @Provides
  @Singleton
  ConsoleCore core(UseCases useCases, ConsoleDoors doors, CopyFile copyFile) throws Refused {
    return new ConsoleCore(
        useCases,
        copyFile,
        new CopyTreeService(copyFile, InstantSource.system()),
        new ConsoleCore.LocalTree(
            Endpoints.local(LocalFiles.pathOf(localDirectory)), Endpoints::enclosed),
        (login, target) ->
            Endpoints.remote(
                target.scheme().prefix() + login.user() + "@" + target.peer(),
                () -> doors.of(target.scheme()).open(login, target.peer()),
                useCases.close()));
  }

  @Provides
  @Singleton
  ConsoleClient console(
      ConsoleCore core, ProtocolTranscript transcript, ConsoleEnvironment environment)
      throws IOException {
    return new ConsoleClient(core, transcript, environment);
  }
}
