package dev.simpleftp.bootstrap;

import dev.simpleftp.application.copy.CopyFileService;
import dev.simpleftp.application.port.in.CopyFile;
import dev.simpleftp.application.port.in.CopyListener;
import dev.simpleftp.application.port.in.UseCases;
import dev.simpleftp.application.port.out.SessionEvents;
import dev.simpleftp.application.port.out.TransferJournal;
import dev.simpleftp.application.service.Services;
import dev.simpleftp.application.session.Endpoint;
import dev.simpleftp.domain.Login;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.domain.Secret;
import dev.simpleftp.filesystem.journal.JournalDirectory;
import dev.simpleftp.filesystem.memory.MemoryJournal;
import dev.simpleftp.socket.channel.Watchdog;
import dev.simpleftp.socket.client.ClientConfig;
import dev.simpleftp.socket.client.RemoteFileStores;
import dev.simpleftp.socket.client.Transcript;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;

/// A connection to be: as a guest, with retries, and with a journal in memory, until told
/// otherwise.
public final class ClientBuilder {
  private static final int FTP_PORT = 21;

  private Login login = Login.anonymous();
  private CopyFile.Options options = CopyFile.Options.USUAL;
  private CopyListener listener = CopyListener.NONE;
  private TransferJournal journal = new MemoryJournal();
  private ClientConfig limits = ClientConfig.defaults();
  private Transcript transcript = Transcript.NONE;

  ClientBuilder() {}

  /// Logs in as this user.
  public ClientBuilder user(String name, String password) {
    login = new Login(name, Secret.of(password));
    return this;
  }

  /// Tries again so often when the line breaks; [CopyFile.Retries#NONE] for never.
  public ClientBuilder retries(CopyFile.Retries retries) {
    options = options.withRetries(retries);
    return this;
  }

  /// Does this with a part that is there; [CopyFile.Resume#IF_KNOWN] until told otherwise.
  public ClientBuilder resume(CopyFile.Resume resume) {
    options = options.withResume(resume);
    return this;
  }

  /// Tells this listener how each copy goes, on the thread that copies.
  public ClientBuilder listener(CopyListener ears) {
    listener = ears;
    return this;
  }

  /// Notes unfinished copies here, so that another process can go on with them.
  public ClientBuilder journal(TransferJournal notes) {
    journal = notes;
    return this;
  }

  /// The same, in this directory, which is made when it is needed.
  public ClientBuilder journal(Path directory) {
    return journal(new JournalDirectory(directory, InstantSource.system()));
  }

  /// Waits so long for what the server has to say.
  public ClientBuilder limits(ClientConfig times) {
    limits = times;
    return this;
  }

  /// Shows every line of the control connection to this one; passwords are masked.
  public ClientBuilder transcript(Transcript lines) {
    transcript = lines;
    return this;
  }

  /// Connects and logs in.
  ///
  /// @throws dev.simpleftp.domain.Refused LOGIN_DENIED in the server's words
  /// @throws dev.simpleftp.domain.ConnectionFailed nobody listens there, or nobody who speaks FTP
  public FtpClient connect(String host, int port) throws IOException {
    var watchdog = new Watchdog();
    UseCases useCases =
        Services.over(new RemoteFileStores(limits, transcript, watchdog), SessionEvents.NONE);
    Endpoint remote = Endpoints.remote(useCases, login, new Peer(host, port));
    var client = new FtpClient(useCases, new CopyFileService(journal), remote, watchdog);
    client.copyWith(options, listener);
    client.connect();
    return client;
  }

  /// The same with an address such as `ftp://127.0.0.1:2121`, as a server of the same process tells
  /// it; user and path in it mean nothing here.
  public FtpClient connect(URI address) throws IOException {
    return connect(address.getHost(), address.getPort() < 0 ? FTP_PORT : address.getPort());
  }
}
