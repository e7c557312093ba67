package dev.simpleftp.socket.classroom.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.simpleftp.application.port.out.Download;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.FileStores;
import dev.simpleftp.application.port.out.ProgressListener;
import dev.simpleftp.application.port.out.SessionEvents;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.application.service.Services;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Login;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.WriteMode;
import dev.simpleftp.filesystem.memory.MemoryTree;
import dev.simpleftp.socket.channel.PassivePorts;
import dev.simpleftp.socket.channel.Watchdog;
import dev.simpleftp.socket.classroom.ClassroomConfig;
import dev.simpleftp.socket.classroom.ClassroomServer;
import dev.simpleftp.socket.client.ClientConfig;
import dev.simpleftp.socket.client.Transcript;
import dev.simpleftp.socket.server.Limits;
import dev.simpleftp.socket.server.WireEvents;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ClassroomFileStoreTest {
  private final Watchdog watchdog = new Watchdog();
  private final MemoryTree tree = new MemoryTree();
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private ClassroomServer server;
  private FileStore store;

  @BeforeEach
  void start() throws IOException {
    WireEvents ears =
        new WireEvents() {
          @Override
          public void commandReceived(Peer peer, String line) {
            heard.add(line);
          }

          @Override
          public void disconnected(Peer peer) {
            heard.add("(left)");
          }
        };
    var config =
        new ClassroomConfig(
            0, PassivePorts.any(), ClassroomConfig.USUAL_GAP, Limits.DEFAULTS, ears);
    FileStores served = (_, _) -> new FileStores.Access(tree.newStore(), FilePath.ROOT);
    server = ClassroomServer.start(config, Services.over(served, SessionEvents.NONE));
    store = open();
  }

  @AfterEach
  void stop() throws IOException {
    store.close();
    server.close();
    watchdog.close();
  }

  private FileStore open() throws IOException {
    var stores = new ClassroomFileStores(ClientConfig.defaults(), Transcript.NONE, watchdog);
    return stores.open(Login.anonymous(), new Peer("127.0.0.1", server.port())).store();
  }

  private static FilePath path(String text) throws Refused {
    return FilePath.of(text);
  }

  private static void put(FileStore store, String name, String content) throws IOException {
    try (Upload upload = store.upload(path(name), WriteMode.REPLACE)) {
      fill(upload, content);
      assertThat(upload.commit(() -> true)).isTrue();
    }
  }

  private static void fill(Upload upload, String content) throws IOException {
    var bytes = new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    upload.transferFrom(Channels.newChannel(bytes), ProgressListener.NONE);
  }

  private static String get(FileStore store, String name) throws IOException {
    try (Download download = store.download(path(name), 0)) {
      return new String(Channels.newInputStream(download).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    try (var listing = store.list(FilePath.ROOT)) {
      listing.forEach(entry -> names.add(entry.name().text()));
    }
    return names;
  }

  @Test
  void putsListsAndGetsOneAfterTheOther() throws IOException {
    put(store, "my notes.txt", "hällo".repeat(100_000));
    put(store, "empty", "");

    assertThat(names()).containsExactlyInAnyOrder("my notes.txt", "empty");
    assertThat(get(store, "my notes.txt")).isEqualTo("hällo".repeat(100_000));
    assertThat(get(store, "empty")).isEmpty();
    assertThat(heard).contains("FILES LISTED", "FILE(S) RECEIVED").doesNotContain("(left)");
  }

  @Test
  void saysThatSizesAreUnknown() throws IOException {
    put(store, "a", "content");

    FileEntry entry = store.describe(path("a"));

    assertThat(entry.isFile()).isTrue();
    assertThat(entry.sizeKnown()).isFalse();
  }

  @Test
  void goesOnAfterAFileThatIsMissing() throws IOException {
    assertThatThrownBy(() -> store.download(path("missing"), 0))
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.NOT_FOUND));

    put(store, "a", "1");
    assertThat(get(store, "a")).isEqualTo("1");
    assertThat(heard).contains("FILE(S) NOT RECEIVED");
  }

  @Test
  void leavesTheOldFileWhenAnUploadIsGivenUp() throws IOException {
    put(store, "a", "the old one");

    try (Upload upload = store.upload(path("a"), WriteMode.REPLACE)) {
      fill(upload, "half of the n");
    }

    await().until(() -> heard.contains("(left)"));
    store = open();
    assertThat(get(store, "a")).isEqualTo("the old one");
  }

  @Test
  void endsTheSessionWithADownloadThatIsGivenUp() throws IOException {
    put(store, "a", "x".repeat(10_000_000));

    store.download(path("a"), 0).close();

    assertThatThrownBy(() -> store.describe(path("a"))).hasMessageContaining("open it again");
  }

  @Test
  void refusesWhatTheDialectHasNoWordFor() {
    assertThatThrownBy(() -> store.removeFile(path("a")))
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.UNSUPPORTED));
    assertThatThrownBy(() -> store.upload(path("a"), WriteMode.APPEND)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> store.download(path("a"), 5)).isInstanceOf(Refused.class);
    assertThat(heard).isEmpty();
  }

  @Test
  void takesLeaveByQuit() throws IOException {
    store.close();

    await().until(() -> heard.contains("quit"));
  }
}
