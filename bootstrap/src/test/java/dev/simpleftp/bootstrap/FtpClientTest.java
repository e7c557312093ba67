package dev.simpleftp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.simpleftp.application.port.in.CopyFile;
import dev.simpleftp.application.port.in.CopyListener;
import dev.simpleftp.domain.ConnectionFailed;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.Proof;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The client as a library, used as a program would.
final class FtpClientTest {
  private static final Instant SPRING = Instant.parse("2026-03-21T10:00:00Z");
  private static final int SIZE = 3_000_000;

  @RegisterExtension
  final SimpleFtpExtension ftp =
      SimpleFtpExtension.of(SimpleFtp.server().inMemory().user("test", "secret"));

  @TempDir Path directory;

  private FtpClient connect() throws IOException {
    return SimpleFtp.client().user("test", "secret").connect(ftp.server().uri());
  }

  private Path file(String name) throws IOException {
    byte[] octets = new byte[SIZE];
    new Random(name.hashCode()).nextBytes(octets);
    Path file = Files.write(directory.resolve(name), octets);
    Files.setLastModifiedTime(file, FileTime.from(SPRING));
    return file;
  }

  @Test
  void sendsAndReceives() throws IOException {
    Path sent = file("a.bin");
    Path received = directory.resolve("b.bin");

    try (FtpClient client = connect()) {
      client.put(sent, "a.bin");
      CopyFile.Report report = client.get("a.bin", received);

      assertThat(report.proof()).isInstanceOf(Proof.ByDigest.class);
    }

    assertThat(received).hasSameBinaryContentAs(sent);
    assertThat(Files.getLastModifiedTime(received).toInstant()).isEqualTo(SPRING);
  }

  @Test
  void changesTheTree() throws IOException {
    try (FtpClient client = connect()) {
      client.makeDirectory("d");
      client.put(file("a"), "d/a");
      client.rename("d/a", "d/b");

      assertThat(client.list("d")).extracting(e -> e.name().text()).containsExactly("b");
      assertThat(client.describe("d/b").size()).isEqualTo(SIZE);
      client.removeFile("d/b");
      client.removeDirectory("d");
      assertThat(client.list("")).isEmpty();
    }
  }

  @Test
  void mirrorsThereAndBack() throws IOException {
    Path source = Files.createDirectories(directory.resolve("source/a/b"));
    Files.writeString(source.resolve("x y"), "1");
    Files.createDirectories(directory.resolve("source/empty"));

    try (FtpClient client = connect()) {
      assertThat(client.mirror(directory.resolve("source"), "up").copied()).isEqualTo(1);
      assertThat(client.mirror("up", directory.resolve("down")).copied()).isEqualTo(1);
      assertThat(client.mirror("up", directory.resolve("down")).copied()).isZero();
    }

    assertThat(directory.resolve("down/a/b/x y")).hasContent("1");
    assertThat(directory.resolve("down/empty")).isEmptyDirectory();
  }

  @Test
  void replacesAPartOfUnknownOriginOnlyWhenTold() throws IOException {
    Path sent = file("a.bin");
    Path received = directory.resolve("b.bin");
    Path part = Files.writeString(directory.resolve("b.bin.part"), "precious");

    try (FtpClient client = connect()) {
      client.put(sent, "a.bin");
      Refused refused = catchThrowableOfType(Refused.class, () -> client.get("a.bin", received));

      assertThat(refused.refusal()).isEqualTo(Refusal.ALREADY_EXISTS);
      assertThat(part).hasContent("precious");
    }
    var bold = SimpleFtp.client().user("test", "secret").resume(CopyFile.Resume.IF_KNOWN_ELSE_ANEW);
    try (FtpClient client = bold.connect(ftp.server().uri())) {
      client.get("a.bin", received);
    }

    assertThat(received).hasSameBinaryContentAs(sent);
    assertThat(part).doesNotExist();
  }

  @Test
  void saysWhatIsMissing() throws IOException {
    try (FtpClient client = connect()) {
      Refused refused =
          catchThrowableOfType(
              Refused.class, () -> client.get("missing", directory.resolve("missing")));

      assertThat(refused.refusal()).isEqualTo(Refusal.NOT_FOUND);
      assertThat(directory).isEmptyDirectory();
      assertThat(client.list("")).isEmpty();
    }
  }

  @Test
  void saysThatTheLoginIsWrong() {
    Refused refused =
        catchThrowableOfType(
            Refused.class,
            () -> SimpleFtp.client().user("test", "wrong").connect(ftp.server().uri()));

    assertThat(refused.refusal()).isEqualTo(Refusal.LOGIN_DENIED);
  }

  @Test
  void saysThatNobodyListens() throws IOException {
    int port;
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }

    assertThat(catchThrowable(() -> SimpleFtp.client().connect("127.0.0.1", port)))
        .isInstanceOf(ConnectionFailed.class)
        .hasMessageContaining("Nobody listens");
  }

  @Test
  void tellsHowFarItIs() throws IOException {
    List<Long> heard = new ArrayList<>();
    CopyListener ears =
        new CopyListener() {
          @Override
          public void began(FileEntry source, long start) {
            heard.add(start);
          }

          @Override
          public void moved(long done) {
            heard.add(done);
          }
        };

    try (FtpClient client =
        SimpleFtp.client().user("test", "secret").listener(ears).connect(ftp.server().uri())) {
      client.put(file("a"), "a");
    }

    assertThat(heard).isSorted().startsWith(0L).endsWith((long) SIZE);
  }

  @Test
  void anInterruptEndsItAndLeavesNoHalfFile() throws IOException {
    Path received = directory.resolve("received");
    CopyListener interrupts =
        new CopyListener() {
          @Override
          public void moved(long done) {
            Thread.currentThread().interrupt();
          }
        };

    try (FtpClient client = connect()) {
      client.put(file("a"), "a");
    }
    Throwable thrown;
    try (FtpClient client =
        SimpleFtp.client()
            .user("test", "secret")
            .listener(interrupts)
            .connect(ftp.server().uri())) {
      thrown = catchThrowable(() -> client.get("a", received));
      assertThat(Thread.interrupted()).isTrue();
    }

    assertThat(thrown).isInstanceOf(IOException.class);
    assertThat(received).doesNotExist();
  }
}
