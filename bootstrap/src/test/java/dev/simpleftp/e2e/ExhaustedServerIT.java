package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server that may open few files and sockets, and whose logs are on a full disk.
@SuppressWarnings("NullAway.Init") // made before the tests
class ExhaustedServerIT {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int DESCRIPTORS = 100;
  private static final byte[] CONTENT = TestFiles.bytes(1000, 1);

  @TempDir static Path root;
  private static Child server;
  private static int port;

  @BeforeAll
  static void serve() throws IOException {
    port = Program.freePort();
    List<String> arguments = new ArrayList<>(List.of("server", "--root", root.toString()));
    arguments.addAll(List.of("--port", String.valueOf(port), "--transfer-log", "/dev/full"));
    String few = "ulimit -n " + DESCRIPTORS + " && exec \"$0\" \"$@\" >/dev/full 2>/dev/full";
    List<String> command = new ArrayList<>(List.of("sh", "-c", few));
    command.addAll(Program.command(List.of(), arguments));
    server = Child.start(root, command);
    await().atMost(PATIENCE).until(ExhaustedServerIT::isServing);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static boolean isServing() {
    try (var session = new RawFtp(port)) {
      session.store("a", CONTENT);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  @Test
  void f49KeepsFilesThoughTheDiskOfTheLogsIsFull() throws IOException {
    try (var session = new RawFtp(port)) {
      session.store("f", CONTENT);

      assertThat(session.retrieve("f")).isEqualTo(CONTENT);
    }
    assertThat(root.resolve("f")).hasBinaryContent(CONTENT);
  }

  /// A port takes one descriptor, waiting two, the file one, the data connection one: with each
  /// that is free a download comes a step further.
  @Test
  void f24AnswersAndRecoversWhenDescriptorsRunOut() throws IOException {
    List<Socket> crowd = new ArrayList<>();
    try (var session = new RawFtp(port)) {
      assertThat(session.retrieve("a")).isEqualTo(CONTENT);
      useUpDescriptors(crowd);
      assertThat(session.send("EPSV")).startsWith("425");

      List<String> codes = new ArrayList<>();
      for (int free = 1; free <= 5; free++) {
        crowd.removeFirst().close();
        awaitDescriptors(DESCRIPTORS - free);
        codes.add(retrieve(session));
      }

      assertThat(codes).containsExactly("425", "425", "451", "425", "226");
    } finally {
      close(crowd);
    }
    await().atMost(PATIENCE).until(ExhaustedServerIT::isServing);
  }

  /// Leaves as many clients as there was room for; those who were not let in have gone.
  private static void useUpDescriptors(List<Socket> crowd) throws IOException {
    await().during(Duration.ofMillis(300)).until(ExhaustedServerIT::open, open()::equals);
    int room = DESCRIPTORS - open().intValue();
    for (int i = 0; i < room + 10; i++) {
      crowd.add(new Socket(InetAddress.getLoopbackAddress(), port));
    }
    awaitDescriptors(DESCRIPTORS);
    List<Socket> outside = crowd.subList(room, crowd.size());
    close(outside);
    outside.clear();
  }

  private static void awaitDescriptors(long count) {
    await().atMost(PATIENCE).until(ExhaustedServerIT::open, Long.valueOf(count)::equals);
  }

  private static Long open() throws IOException {
    return server.descriptors();
  }

  private static void close(List<Socket> sockets) throws IOException {
    for (Socket each : sockets) {
      each.close();
    }
  }

  /// The code of the final reply.
  private static String retrieve(RawFtp session) throws IOException {
    String first = session.sendWithDataPort("RETR a");
    return (first.startsWith("150") ? session.next() : first).substring(0, 3);
  }
}
