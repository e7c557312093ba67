package dev.simpleftp.socket.client;

import static dev.simpleftp.socket.client.Dialogues.path;
import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simpleftp.application.copy.CopyFileService;
import dev.simpleftp.application.port.in.CopyFile;
import dev.simpleftp.application.port.in.CopyListener;
import dev.simpleftp.application.port.in.UseCases;
import dev.simpleftp.application.port.out.Capability;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.FileStores;
import dev.simpleftp.application.port.out.ProgressListener;
import dev.simpleftp.application.port.out.SessionEvents;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.application.service.Services;
import dev.simpleftp.application.session.Endpoint;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.domain.ConnectionFailed;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Identity;
import dev.simpleftp.domain.Login;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.Secret;
import dev.simpleftp.domain.WriteMode;
import dev.simpleftp.filesystem.memory.MemoryJournal;
import dev.simpleftp.filesystem.memory.MemoryTree;
import dev.simpleftp.socket.channel.Watchdog;
import dev.simpleftp.socket.server.FtpServer;
import dev.simpleftp.socket.server.FtpServerConfig;
import dev.simpleftp.socket.server.FtpsConfig;
import dev.simpleftp.socket.server.WireEvents;
import dev.simpleftp.socket.tls.Authorities;
import dev.simpleftp.socket.tls.CertificateTrust;
import dev.simpleftp.socket.tls.ClientTls;
import dev.simpleftp.socket.tls.ClientTls.Mode;
import dev.simpleftp.socket.tls.Fingerprint;
import dev.simpleftp.socket.tls.ServerTls;
import dev.simpleftp.socket.tls.TestCertificates;
import dev.simpleftp.socket.tls.TlsPolicy;
import dev.simpleftp.socket.tls.UnverifiedCertificate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The client against a server of ours that takes data connections only from those who resume the
/// session of their control connection.
class ProtectedSessionTest {
  private static final InetSocketAddress ANY_PORT =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  private static final Fingerprint SHOWN = Fingerprint.of(TestCertificates.certificate());
  private static final CertificateTrust KNOWN = CertificateTrust.only(Set.of(SHOWN));

  private final Watchdog watchdog = new Watchdog();
  private final List<String> notices = new ArrayList<>();
  private final MemoryTree tree = new MemoryTree();

  @SuppressWarnings("NullAway.Init") // started before each test
  private FtpServer server;

  @BeforeEach
  void start() throws IOException {
    var policy =
        TlsPolicy.OPTIONAL
            .demand(TlsPolicy.Demand.REQUIRED)
            .dataSession(TlsPolicy.DataSession.REQUIRE);
    var tls = new FtpsConfig(new ServerTls(TestCertificates::context, policy), List.of(ANY_PORT));
    server = FtpServer.start(FtpServerConfig.on(ANY_PORT).tls(tls), useCases(), WireEvents.NONE);
  }

  private UseCases useCases() {
    return Services.over(
        (_, _) -> new FileStores.Access(tree.newStore(), FilePath.ROOT), SessionEvents.NONE);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    watchdog.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void movesFilesBothWays(String version) throws IOException {
    ClientTls tls = ClientTls.of(Mode.REQUIRE, KNOWN).versions(List.of(version));
    byte[] content = new byte[300_000];
    Arrays.fill(content, (byte) 'x');

    try (FileStore store = open(tls, server.address())) {
      for (int i = 0; i < 8; i++) {
        put(store, content);
        assertThat(get(store)).isEqualTo(content);
      }
      assertThat(protection(store)).contains(version, "verified by its fingerprint");
    }
  }

  @Test
  void beginsWithTlsWhereItIsImplicit() throws IOException {
    try (FileStore store =
        open(ClientTls.of(Mode.IMPLICIT, KNOWN), server.implicitAddresses().getFirst())) {
      put(store, new byte[100]);

      assertThat(get(store)).hasSize(100);
    }
  }

  @Test
  void takesTlsThatIsOfferedWithoutANotice() throws IOException {
    var tls = ClientTls.of(Mode.PREFER, KNOWN).notices((_, notice) -> notices.add(notice));
    try (FileStore store = open(tls, server.address())) {
      put(store, new byte[100]);

      assertThat(protection(store)).contains("TLSv1.3");
      assertThat(facts(store).isProtected()).isTrue();
      assertThat(notices).isEmpty();
    }
  }

  /// The server gives tickets on the control connection and where it sends; a client of the JDK
  /// uses each of them once.
  @Test
  void givesTheSessionUpWhenItsTicketsAreUsedUp() throws IOException {
    ClientTls tls = ClientTls.of(Mode.REQUIRE, KNOWN).versions(List.of("TLSv1.3"));
    try (FileStore store = open(tls, server.address())) {
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 25; i++) {
                  put(store, new byte[100]);
                }
              })
          .isInstanceOfSatisfying(
              ConnectionFailed.class, e -> assertThat(e.isSessionLost()).isTrue())
          .hasMessageContaining("must resume the TLS session");
      assertThatThrownBy(() -> put(store, new byte[100])).hasMessageContaining("is closed");
    }
  }

  @Test
  void losesNoFileWhenTheTicketsOfASessionAreUsedUp() throws IOException {
    ClientTls tls = ClientTls.of(Mode.REQUIRE, KNOWN).versions(List.of("TLSv1.3"));
    var copies = new CopyFileService(new MemoryJournal());
    var atOnce = CopyFile.Options.USUAL.withRetries(new CopyFile.Retries(1, ZERO, ZERO));
    var local = new MemoryTree();
    int retries = 0;
    try (Endpoint here = endpoint(local::newStore);
        Endpoint there = endpoint(() -> open(tls, server.address()))) {
      for (int i = 0; i < 25; i++) {
        FilePath file = path("/f" + i);
        put(here.session().store(), file, new byte[100 + i]);
        var order =
            new CopyFile.Order(
                new CopyFile.Place(here, file), new CopyFile.Place(there, file), atOnce);
        retries += copies.copy(order, CopyListener.NONE).retries();
      }
    }

    assertThat(retries).isPositive();
    try (FileStore store = open(tls, server.address())) {
      for (int i = 0; i < 25; i++) {
        assertThat(store.describe(path("/f" + i)).size()).isEqualTo(100 + i);
      }
    }
  }

  @Test
  void namesNobodyWhereAServerThatWasUnderTlsOffersNoneAnyMore() throws IOException {
    var tls = ClientTls.of(Mode.PREFER, KNOWN);
    var stores = new RemoteFileStores(Dialogues.PATIENT, Transcript.NONE, watchdog, tls);
    InetSocketAddress address = server.address();
    var login = new Login("u", Secret.of("p"));
    stores.open(login, peer(address)).store().close();
    server.close();
    server = FtpServer.start(FtpServerConfig.on(address), useCases(), WireEvents.NONE);

    var shouted = new Peer(address.getHostString().toUpperCase(Locale.ROOT), address.getPort());
    assertThatThrownBy(() -> stores.open(login, shouted))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("was under TLS before");
    stores.in(Mode.NONE).open(login, shouted).store().close();
  }

  @Test
  void believesAnAuthorityThatWasNamed() throws IOException {
    var tls =
        ClientTls.of(Mode.REQUIRE, CertificateTrust.NOBODY)
            .authorities(new Authorities(List.of(TestCertificates.certificate())));
    try (FileStore store = open(tls, server.address())) {
      put(store, new byte[100]);

      assertThat(protection(store)).contains("verified by an authority");
    }
  }

  @Test
  void refusesACertificateThatNobodyVouchesFor() {
    var tls = ClientTls.of(Mode.REQUIRE, CertificateTrust.NOBODY);

    assertThatThrownBy(() -> open(tls, server.address()))
        .isInstanceOf(ConnectionFailed.class)
        .hasMessageContaining("self-signed")
        .hasMessageContaining(SHOWN.toString());
  }

  @Test
  void asksOnceWhetherACertificateIsToBeTrusted() throws IOException {
    List<UnverifiedCertificate> asked = new ArrayList<>();
    var tls = ClientTls.of(Mode.REQUIRE, new Asking(asked));

    for (int i = 0; i < 2; i++) {
      try (FileStore store = open(tls, server.address())) {
        put(store, new byte[100]);
      }
    }

    assertThat(asked)
        .singleElement()
        .satisfies(certificate -> {
          assertThat(certificate.fingerprint()).isEqualTo(SHOWN);
          assertThat(certificate.subject()).isEqualTo("CN=localhost");
          assertThat(certificate.why()).isEqualTo("it is self-signed");
        });
  }

  @Test
  void tellsTheRemedyWhereTheServerWantsTls() {
    assertThatThrownBy(() -> open(ClientTls.NONE, server.address()))
        .hasMessageContaining("--tls=required");
  }

  private FileStore open(ClientTls tls, InetSocketAddress address) throws IOException {
    var stores = new RemoteFileStores(Dialogues.PATIENT, Transcript.NONE, watchdog, tls);
    return stores.open(new Login("u", Secret.of("p")), peer(address)).store();
  }

  private static Peer peer(InetSocketAddress address) {
    return new Peer(address.getHostString(), address.getPort());
  }

  private static Endpoint endpoint(Opening opening) {
    return new Endpoint(
        "test://",
        new Endpoint.Opener() {
          @Override
          public Session open() throws IOException {
            var user = new Identity(0, "u", new Peer("localhost", 1));
            return new Session(user, opening.open(), FilePath.ROOT);
          }

          @Override
          public void close(Session session) throws IOException {
            session.store().close();
          }
        });
  }

  private interface Opening {
    FileStore open() throws IOException;
  }

  private static void put(FileStore store, byte[] content) throws IOException {
    put(store, path("/f"), content);
  }

  private static void put(FileStore store, FilePath file, byte[] content) throws IOException {
    try (Upload upload = store.upload(file, WriteMode.REPLACE)) {
      upload.transferFrom(
          Channels.newChannel(new ByteArrayInputStream(content)), ProgressListener.NONE);
      upload.commit(() -> true);
    }
  }

  private static byte[] get(FileStore store) throws IOException {
    try (var download = store.download(path("/f"), 0)) {
      return Channels.newInputStream(download).readAllBytes();
    }
  }

  private static String protection(FileStore store) throws IOException {
    return facts(store).facts().stream()
        .filter(fact -> fact.topic().equals("protection"))
        .findFirst()
        .orElseThrow()
        .text();
  }

  private static Capability.Facts facts(FileStore store) {
    return store.capability(Capability.Facts.class).orElseThrow();
  }

  private record Asking(List<UnverifiedCertificate> asked) implements CertificateTrust {
    @Override
    public boolean trusts(Peer peer, Fingerprint fingerprint) {
      return asked.stream().anyMatch(one -> one.fingerprint().equals(fingerprint));
    }

    @Override
    public void decide(Peer peer, UnverifiedCertificate certificate) {
      asked.add(certificate);
    }
  }
}
