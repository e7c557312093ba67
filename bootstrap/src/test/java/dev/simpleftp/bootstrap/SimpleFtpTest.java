package dev.simpleftp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.FileStores;
import dev.simpleftp.application.port.out.ProgressListener;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.application.store.LoginRules;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Grants;
import dev.simpleftp.domain.Login;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.domain.Permission;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.Secret;
import dev.simpleftp.domain.WriteMode;
import dev.simpleftp.filesystem.account.Account;
import dev.simpleftp.filesystem.account.Accounts;
import dev.simpleftp.filesystem.memory.MemoryTree;
import dev.simpleftp.socket.channel.Watchdog;
import dev.simpleftp.socket.client.ClientConfig;
import dev.simpleftp.socket.client.RemoteFileStores;
import dev.simpleftp.socket.client.Transcript;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The API for embedding, used as a program would.
class SimpleFtpTest {
  @RegisterExtension
  final SimpleFtpExtension fresh =
      SimpleFtpExtension.of(
          SimpleFtp.server().inMemory().user("test", "secret").withoutLoginRules());

  @Test
  void startsAFreshServerForEachTest() throws IOException {
    leaveAFileBehind();
  }

  @Test
  void startsAnotherFreshServer() throws IOException {
    leaveAFileBehind();
  }

  private void leaveAFileBehind() throws IOException {
    assertThatThrownBy(() -> fresh.server().read("/left-by-another-test"))
        .isInstanceOf(Refused.class);
    fresh.server().write("/left-by-another-test", new byte[1]);
  }

  @Test
  void tellsItsAddress() throws IOException {
    assertThat(fresh.server().uri())
        .hasScheme("ftp")
        .hasHost("127.0.0.1")
        .hasPort(fresh.server().port());
  }

  @Test
  void showsWhatAUserStored() throws IOException {
    try (FileStore store = logIn(fresh.server(), "secret")) {
      put(store, "/report.csv", "a;b");
    }
    assertThat(fresh.server().read("/report.csv")).asString().isEqualTo("a;b");
  }

  @Test
  void makesTheDirectoriesOfAFileThatIsPutBehindItsBack() throws IOException {
    fresh.server().write("/in/here/file", "x".getBytes(StandardCharsets.UTF_8));

    try (FileStore store = logIn(fresh.server(), "secret")) {
      assertThat(store.describe(FilePath.of("/in/here/file")).size()).isEqualTo(1);
    }
  }

  @Test
  void refusesAWrongPasswordAndGuests() {
    assertLoginDenied(() -> logIn(fresh.server(), "wrong"));
    assertLoginDenied(() -> open(fresh.server(), Login.anonymous()));
  }

  @Test
  void takesAccountsFromAnotherSource() throws IOException {
    var carol = new Account("carol", FilePath.of("/carol"), Grants.everywhere(Permission.all()));
    Accounts directory = login -> Optional.of(carol).filter(c -> c.user().equals(login.user()));
    var builder = SimpleFtp.server().user("test", "secret").accounts(directory);
    try (RunningServer server = builder.start();
        FileStore hers = open(server, new Login("carol", Secret.of("any")));
        FileStore test = logIn(server, "secret")) {
      put(hers, "/file", "content");

      assertThat(test.describe(FilePath.of("/carol/file")).size()).isEqualTo(7);
    }
  }

  @Test
  void takesLoginsAndFilesFromAnotherSource() throws IOException {
    var tree = new MemoryTree();
    FileStores own = (_, _) -> new FileStores.Access(tree.newStore(), FilePath.ROOT);
    try (RunningServer server = SimpleFtp.server().stores(own).start();
        FileStore store = open(server, new Login("anybody", Secret.of("x")))) {
      put(store, "/file", "content");
    }
    assertThat(tree.newStore().describe(FilePath.of("/file")).size()).isEqualTo(7);
  }

  @Test
  void bansWhoTellsTooManyWrongPasswords() throws IOException {
    var rules = LoginRules.DEFAULTS.with(Duration.ZERO, 2, Duration.ofHours(1));
    var builder = SimpleFtp.server().user("test", "secret").loginRules(rules);
    try (RunningServer server = builder.start()) {
      assertLoginDenied(() -> logIn(server, "wrong"));
      assertThatThrownBy(() -> logIn(server, "wrong")).hasMessageContaining("Too many failed");

      assertThatThrownBy(() -> logIn(server, "secret")).hasMessageContaining("Too many failed");
    }
  }

  @Test
  void letsGuestsOnlyReadWhenToldSo() throws IOException {
    var builder = SimpleFtp.server().anonymous(AnonymousRights.READ);
    try (RunningServer server = builder.start();
        FileStore store = open(server, Login.anonymous())) {
      assertThatThrownBy(() -> store.makeDirectory(FilePath.of("/d")))
          .isInstanceOfSatisfying(
              Refused.class, r -> assertThat(r.refusal()).isEqualTo(Refusal.DENIED));
    }
  }

  @Test
  void servesADirectory(@TempDir Path folder) throws IOException {
    Path root = folder.resolve("made");
    try (RunningServer server = SimpleFtp.server().directory(root).user("test", "secret").start();
        FileStore store = logIn(server, "secret")) {
      put(store, "/f", "content");
    }
    assertThat(root.resolve("f")).hasContent("content");
    assertThat(root).isDirectoryNotContaining("glob:.*");
  }

  @Test
  void answersLikeAFullDisk() throws IOException {
    var builder = SimpleFtp.server().inMemory(10).user("test", "secret");
    try (RunningServer server = builder.start();
        FileStore store = logIn(server, "secret")) {
      assertThatThrownBy(() -> put(store, "/f", "more than ten bytes"))
          .isInstanceOfSatisfying(
              Refused.class, r -> assertThat(r.refusal()).isEqualTo(Refusal.NO_SPACE));
    }
  }

  @Test
  void freesItsPortWhenItIsClosed() throws IOException {
    RunningServer server = SimpleFtp.server().start();
    var address = server.address();
    server.close();

    assertThatThrownBy(() -> new Socket(address.getAddress(), address.getPort()))
        .isInstanceOf(ConnectException.class);
  }

  @Test
  void saysThatAPortIsTaken() throws IOException {
    var builder = SimpleFtp.server().port(fresh.server().port());

    assertThatThrownBy(builder::start)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("in use");
  }

  private static void assertLoginDenied(ThrowingCallable login) {
    assertThatThrownBy(login)
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.refusal()).isEqualTo(Refusal.LOGIN_DENIED));
  }

  private static FileStore logIn(RunningServer server, String password) throws IOException {
    return open(server, new Login("test", Secret.of(password)));
  }

  private static FileStore open(RunningServer server, Login login) throws IOException {
    FileStores remote =
        new RemoteFileStores(ClientConfig.defaults(), Transcript.NONE, new Watchdog());
    return remote.open(login, new Peer("127.0.0.1", server.port())).store();
  }

  private static void put(FileStore store, String path, String content) throws IOException {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    try (Upload upload = store.upload(FilePath.of(path), WriteMode.REPLACE)) {
      upload.transferFrom(
          Channels.newChannel(new ByteArrayInputStream(bytes)), ProgressListener.NONE);
      upload.commit(() -> true);
    }
  }
}
