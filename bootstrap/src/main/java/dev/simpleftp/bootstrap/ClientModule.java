package dev.simpleftp.bootstrap;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.simpleftp.application.port.in.UseCases;
import dev.simpleftp.application.port.out.FileStores;
import dev.simpleftp.application.port.out.SessionEvents;
import dev.simpleftp.application.service.Services;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.console.ConsoleClient;
import dev.simpleftp.console.ConsoleEnvironment;
import dev.simpleftp.console.Doors;
import dev.simpleftp.console.ProtocolTranscript;
import dev.simpleftp.domain.Identity;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.filesystem.directory.LocalFiles;
import dev.simpleftp.socket.channel.Watchdog;
import dev.simpleftp.socket.client.ClientConfig;
import dev.simpleftp.socket.client.RemoteFileStores;
import java.nio.file.Path;

/// The client profile: keys → console → use cases → a remote server on one side, this machine's
/// files on the other.
final class ClientModule extends AbstractModule {
  private static final Peer THIS_MACHINE = new Peer("localhost", 1);

  private final Watchdog watchdog = new Watchdog();
  private final Path localDirectory;

  ClientModule(Path localDirectory) {
    this.localDirectory = localDirectory;
  }

  @Override
  protected void configure() {
    binder().requireExplicitBindings();
    bind(ProtocolTranscript.class).toInstance(new ProtocolTranscript());
    bind(ConsoleEnvironment.class).toInstance(ConsoleEnvironment.ofProcess());
  }

  @Provides
  @Singleton
  FileStores fileStores(ProtocolTranscript transcript) {
    return new RemoteFileStores(ClientConfig.defaults(), new ConsoleProtocol(transcript), watchdog);
  }

  @Provides
  @Singleton
  Doors doors(FileStores stores, ProtocolTranscript transcript) {
    return new ConsoleDoors(stores, new ConsoleProtocol(transcript), watchdog);
  }

  @Provides
  @Singleton
  UseCases useCases(FileStores stores) {
    return Services.over(stores, SessionEvents.NONE);
  }

  @Provides
  @Singleton
  ConsoleClient console(
      UseCases useCases, Doors doors, ProtocolTranscript transcript, ConsoleEnvironment environment)
      throws Refused {
    var user = new Identity(0, System.getProperty("user.name", "me"), THIS_MACHINE);
    var local = new Session(user, LocalFiles.open().newStore(), LocalFiles.pathOf(localDirectory));
    return new ConsoleClient(useCases, doors, local, transcript, environment);
  }
}
