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
import dev.simpleftp.socket.tls.Authorities;
import dev.simpleftp.socket.tls.CertificateTrust;
import dev.simpleftp.socket.tls.ClientTls;
import dev.simpleftp.socket.tls.Fingerprint;
import dev.simpleftp.socket.tls.TlsDefaults;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A connection to be: as a guest, with retries, and with a journal in memory, until told
/// otherwise.
public final class ClientBuilder {
  private static final int FTP_PORT = 21;
  private static final int FTPS_PORT = 990;

  private Login login = Login.anonymous();
  private CopyFile.Options options = CopyFile.Options.USUAL;
  private CopyListener listener = CopyListener.NONE;
  private TransferJournal journal = new MemoryJournal();
  private ClientConfig limits = ClientConfig.defaults();
  private Transcript transcript = Transcript.NONE;
  private ClientTls.Mode tls = ClientTls.Mode.PREFER;
  private final List<X509Certificate> authorities = new ArrayList<>();
  private final Set<Fingerprint> trusted = new HashSet<>();

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

  /// Protects connections so; where nothing is said, wherever the server offers it.
  ///
  /// Some servers that keep to TLS 1.2 want what [TlsDefaults#install] sets: call it before the
  /// first use of TLS in the process.
  public ClientBuilder tls(ClientTls.Mode mode) {
    tls = mode;
    return this;
  }

  /// Trusts this certificate, of an authority or of the server itself.
  public ClientBuilder trusting(X509Certificate certificate) {
    authorities.add(certificate);
    return this;
  }

  /// Trusts the certificate with this fingerprint, whatever names it bears.
  ///
  /// @param sha256 64 hexadecimal digits, with or without colons
  public ClientBuilder trusting(String sha256) {
    trusted.add(
        Fingerprint.read(sha256)
            .orElseThrow(() -> new IllegalArgumentException("That is no SHA-256 fingerprint.")));
    return this;
  }

  /// Connects and logs in.
  ///
  /// @throws dev.simpleftp.domain.Refused LOGIN_DENIED in the server's words
  /// @throws dev.simpleftp.domain.ConnectionFailed nobody listens there, or nobody who speaks FTP
  public FtpClient connect(String host, int port) throws IOException {
    var watchdog = new Watchdog();
    ClientTls protection =
        ClientTls.of(tls, CertificateTrust.only(trusted)).authorities(new Authorities(authorities));
    UseCases useCases =
        Services.over(
            new RemoteFileStores(limits, transcript, watchdog, protection), SessionEvents.NONE);
    Endpoint remote = Endpoints.remote(useCases, login, new Peer(host, port));
    var client = new FtpClient(useCases, new CopyFileService(journal), remote, watchdog);
    client.copyWith(options, listener);
    client.connect();
    return client;
  }

  /// The same with an address such as `ftp://127.0.0.1:2121`, as a server of the same process tells
  /// it; user and path in it mean nothing here. `ftpes:` demands TLS, `ftps:` begins with it.
  public FtpClient connect(URI address) throws IOException {
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    int usual = scheme.equals("ftps") ? FTPS_PORT : FTP_PORT;
    switch (scheme) {
      case "ftps" -> tls(ClientTls.Mode.IMPLICIT);
      case "ftpes" -> tls(ClientTls.Mode.REQUIRE);
      default -> {
        // As it was told.
      }
    }
    return connect(address.getHost(), address.getPort() < 0 ? usual : address.getPort());
  }
}
