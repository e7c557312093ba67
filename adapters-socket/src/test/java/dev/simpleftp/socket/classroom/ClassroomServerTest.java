package dev.simpleftp.socket.classroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.simpleftp.application.port.out.FileStores;
import dev.simpleftp.application.port.out.SessionEvents;
import dev.simpleftp.application.service.Services;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.filesystem.memory.MemoryTree;
import dev.simpleftp.socket.channel.PassivePorts;
import dev.simpleftp.socket.server.Limits;
import dev.simpleftp.socket.server.WireEvents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ClassroomServerTest {
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final MemoryTree tree = new MemoryTree();
  private ClassroomServer server;
  private ClassroomClient client;

  @BeforeEach
  void start() throws IOException {
    server = serve((_, _) -> new FileStores.Access(tree.newStore(), FilePath.ROOT));
    client = new ClassroomClient(server.port());
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    server.close();
  }

  private ClassroomServer serve(FileStores stores) throws IOException {
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
    return ClassroomServer.start(config, Services.over(stores, SessionEvents.NONE));
  }

  private void put(String name, String content) throws IOException {
    client.upload(name, content);
    assertThat(client.receive()).isEqualTo("UPLOAD SUCCESS");
  }

  private String get(String name) throws IOException {
    client.send("get " + name);
    assertThat(client.receive()).isEqualTo("SUCCESS");
    return client.readAll(client.dataConnection());
  }

  @Test
  void storesAndSendsAFile() throws IOException {
    put("my notes.txt", "hällo");

    assertThat(get("my notes.txt")).isEqualTo("hällo");
  }

  @Test
  void listsTheNamesOnePerLine() throws IOException {
    put("a", "1");
    put("b", "2");

    client.send("ls");

    assertThat(client.receive()).isEqualTo("SUCCESS");
    assertThat(client.readAll(client.dataConnection()).split("\n"))
        .containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void listsAnEmptyFolderAsNothing() throws IOException {
    client.send("ls");

    assertThat(client.receive()).isEqualTo("SUCCESS");
    assertThat(client.readAll(client.dataConnection())).isEmpty();
  }

  @Test
  void saysThatAFileIsMissing() throws IOException {
    client.send("get missing");

    assertThat(client.receive()).isEqualTo("FAILURE: File not found");
  }

  @Test
  void goesOnAfterAWordItDoesNotKnow() throws IOException {
    client.send("frobnicate");

    assertThat(client.receive()).isEqualTo("FAILURE: Unknown command");
    put("a", "1");
  }

  @Test
  void readsTheAcknowledgementsAndAnswersNothing() throws IOException {
    put("a", "1");
    get("a");

    client.send("FILE(S) RECEIVED");
    client.send("ls");

    assertThat(client.receive()).isEqualTo("SUCCESS");
    client.readAll(client.dataConnection());
    client.send("FILES LISTED");
    await().untilAsserted(() -> assertThat(heard).contains("FILE(S) RECEIVED", "FILES LISTED"));
  }

  @Test
  void takesApartWhatArrivedAsOnePiece() throws IOException {
    put("a", "1");

    client.send("FILE(S) NOT RECEIVEDget a");

    assertThat(client.receive()).isEqualTo("SUCCESS");
    assertThat(client.readAll(client.dataConnection())).isEqualTo("1");
    assertThat(heard).endsWith("FILE(S) NOT RECEIVED", "get a");
  }

  @Test
  void closesWhenToldToQuit() throws IOException {
    client.send("quit");

    assertThat(client.receive()).isEqualTo("(closed)");
  }

  @Test
  void keepsTheOldFileWhenTheSenderIsLost() throws IOException {
    put("a", "the old one");

    client.send("put a");
    Socket data = client.dataConnection();
    data.getOutputStream().write('n');
    client.close();
    data.close();

    await().until(() -> heard.contains("(left)"));
    client = new ClassroomClient(server.port());
    assertThat(get("a")).isEqualTo("the old one");
  }

  @Test
  void stopsAtOnceWhileItWaitsForADataConnection() throws IOException {
    client.send("put a");
    client.receive();

    server.close();

    assertThat(heard).contains("(left)");
  }

  @Test
  void letsARunningTransferEndWhenItIsToldToStop() throws Exception {
    client.send("put a");
    try (Socket data = client.dataConnection()) {
      data.getOutputStream().write('1');
      Thread stopping = Thread.startVirtualThread(this::stopGently);
      try (var idle = new ClassroomClient(server.port())) {
        assertThat(idle.receive()).isEqualTo("(closed)");
      } catch (IOException _) {
        // It came too late to be let in.
      }
      data.getOutputStream().write('2');
      data.shutdownOutput();

      assertThat(client.receive()).isEqualTo("UPLOAD SUCCESS");
      stopping.join();
    }
  }

  private void stopGently() {
    try {
      server.stop(Duration.ofSeconds(20));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void neverLeavesTheRoot() throws IOException {
    put("../../outside", "in");

    assertThat(get("outside")).isEqualTo("in");
  }

  @Test
  void turnsAwayWhomTheAccountsDoNotLetIn() throws IOException {
    try (var closed =
            serve((_, _) -> {
              throw new Refused(Refusal.LOGIN_DENIED);
            });
        var stranger = new ClassroomClient(closed.port())) {

      assertThat(stranger.receive()).isEqualTo("FAILURE: Login incorrect");
      assertThat(stranger.receive()).isEqualTo("(closed)");
    }
  }
}
