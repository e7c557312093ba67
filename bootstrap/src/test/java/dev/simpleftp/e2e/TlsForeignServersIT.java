package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.ProgressListener;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.domain.ConnectionFailed;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.WriteMode;
import dev.simpleftp.socket.tls.Authorities;
import dev.simpleftp.socket.tls.CertificateTrust;
import dev.simpleftp.socket.tls.ClientTls;
import dev.simpleftp.socket.tls.TlsDefaults;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Our client under TLS against servers of others. vsftpd and ProFTPD are set up to take data
/// connections only from those who resume the session of their control connection.
class TlsForeignServersIT {
  private static final int FILES = 20;
  private static final int SIZE = 100_000;

  @TempDir static Path certificates;
  private static TestCertificate certificate;

  @TempDir Path folder;
  private Path remote;

  @BeforeAll
  static void makeTheCertificate() throws Exception {
    TlsDefaults.install();
    certificate = TestCertificate.in(certificates);
  }

  @BeforeEach
  void makeTheServedDirectory() throws Exception {
    remote = Files.createDirectory(folder.resolve("remote"));
  }

  /// ProFTPD under TLS 1.3 lets a session make no more than two data connections: it demands that
  /// they resume, gives two tickets at the login and takes each of them once.
  @ParameterizedTest
  @CsvSource({
    "VSFTPD, TLSv1.2",
    "VSFTPD, TLSv1.3",
    "PROFTPD, TLSv1.2",
    "PURE_FTPD, TLSv1.2",
    "PURE_FTPD, TLSv1.3",
    "PYFTPDLIB, TLSv1.2",
    "PYFTPDLIB, TLSv1.3",
    "APACHE_FTPSERVER, TLSv1.2",
    "APACHE_FTPSERVER, TLSv1.3"
  })
  void movesTwentyFilesBothWaysInOneSession(ForeignServer kind, String version) throws Exception {
    var tls = trusting(ClientTls.Mode.REQUIRE, certificate).versions(List.of(version));
    moveFiles(kind, ServerSetup.over(remote).showing(certificate), tls);
  }

  /// Those of others that can do it.
  @ParameterizedTest
  @CsvSource({
    "VSFTPD, TLSv1.2",
    "VSFTPD, TLSv1.3",
    "PROFTPD, TLSv1.2",
    "APACHE_FTPSERVER, TLSv1.2",
    "APACHE_FTPSERVER, TLSv1.3"
  })
  void movesThemUnderTlsFromTheFirstByte(ForeignServer kind, String version) throws Exception {
    var tls = trusting(ClientTls.Mode.IMPLICIT, certificate).versions(List.of(version));
    moveFiles(kind, ServerSetup.over(remote).showingAtOnce(certificate), tls);
  }

  @ParameterizedTest
  @EnumSource(value = ForeignServer.class, names = "OURS", mode = EnumSource.Mode.EXCLUDE)
  void movesThemWhereTheKeyIsElliptic(ForeignServer kind) throws Exception {
    var elliptic = TestCertificate.ellipticIn(Files.createDirectory(folder.resolve("elliptic")));
    var tls = trusting(ClientTls.Mode.REQUIRE, elliptic).versions(List.of("TLSv1.2"));
    moveFiles(kind, ServerSetup.over(remote).showing(elliptic), tls);
  }

  private static ClientTls trusting(ClientTls.Mode mode, TestCertificate known) throws IOException {
    return ClientTls.of(mode, CertificateTrust.NOBODY).authorities(Authorities.and(known.pem()));
  }

  private void moveFiles(ForeignServer kind, ServerSetup setup, ClientTls tls) throws Exception {
    try (var server = kind.start(setup);
        var visit = new ServerVisit(server, tls);
        FileStore store = visit.open()) {
      for (int i = 0; i < FILES; i++) {
        byte[] content = TestFiles.bytes(SIZE + i, i);
        put(store, "/up-" + i, content);
        assertThat(remote.resolve("up-" + i)).hasBinaryContent(content);
        assertThat(get(store, "/up-" + i)).isEqualTo(content);
      }
      try (var listing = store.list(FilePath.ROOT)) {
        assertThat(listing.forEach(_ -> {})).isEqualTo(FILES);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(value = ForeignServer.class, names = "OURS", mode = EnumSource.Mode.EXCLUDE)
  void namesNobodyToAServerThatNobodyVouchesFor(ForeignServer kind) throws Exception {
    var tls = ClientTls.of(ClientTls.Mode.PREFER, CertificateTrust.NOBODY);
    try (var server = kind.start(ServerSetup.over(remote).showing(certificate));
        var visit = new ServerVisit(server, tls)) {
      assertThatThrownBy(visit::open)
          .isInstanceOf(ConnectionFailed.class)
          .hasMessageContaining("self-signed");
      assertThat(visit.takeLines()).noneMatch(line -> line.startsWith("> USER"));
    }
  }

  private static void put(FileStore store, String path, byte[] content) throws Exception {
    try (Upload upload = store.upload(FilePath.of(path), WriteMode.REPLACE)) {
      upload.transferFrom(
          Channels.newChannel(new ByteArrayInputStream(content)), ProgressListener.NONE);
      upload.commit(() -> true);
    }
  }

  private static byte[] get(FileStore store, String path) throws Exception {
    try (var download = store.download(FilePath.of(path), 0)) {
      return Channels.newInputStream(download).readAllBytes();
    }
  }
}
