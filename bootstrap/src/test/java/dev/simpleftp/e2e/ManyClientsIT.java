package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Many clients at once.
class ManyClientsIT {
  private static final int CLIENTS = 200;

  @TempDir Path root;

  @Test
  void twoHundredPutAndGetAMebibyteEach() throws Exception {
    try (var server = Program.serve(root)) {
      var together = new CyclicBarrier(CLIENTS);
      List<Callable<String>> sessions = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        int number = i;
        sessions.add(() -> session(server.port(), number, together));
      }

      assertThat(all(sessions)).containsOnly("equal").hasSize(CLIENTS);
    }
    for (int i = 0; i < CLIENTS; i++) {
      assertThat(TestFiles.sha256(root.resolve("file-" + i)))
          .isEqualTo(TestFiles.sha256(TestFiles.bytes(TestFiles.MIB, i)));
    }
  }

  @Test
  void hundredFilesInQuickSuccession() throws Exception {
    try (var server = Program.serve(root);
        var session = new RawFtp(server.port())) {
      for (int i = 0; i < 100; i++) {
        session.store("file-" + i, TestFiles.bytes(1024, i));
        assertThat(session.retrieve("file-" + i)).isEqualTo(TestFiles.bytes(1024, i));
      }
    }
  }

  @Test
  void restartKeepsTheFiles() throws Exception {
    byte[] content = TestFiles.bytes(TestFiles.MIB, 7);
    try (var server = Program.serve(root);
        var session = new RawFtp(server.port())) {
      session.store("kept", content);
    }

    try (var server = Program.serve(root);
        var session = new RawFtp(server.port())) {
      assertThat(session.retrieve("kept")).isEqualTo(content);
    }
    assertThat(root).isDirectoryContaining("glob:**kept");
  }

  private static String session(int port, int number, CyclicBarrier together) throws Exception {
    byte[] content = TestFiles.bytes(TestFiles.MIB, number);
    try (var session = new RawFtp(port)) {
      together.await();
      session.store("file-" + number, content);
      byte[] back = session.retrieve("file-" + number);
      return TestFiles.sha256(back).equals(TestFiles.sha256(content)) ? "equal" : "different";
    }
  }

  private static List<String> all(List<Callable<String>> sessions) throws Exception {
    List<String> results = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<String> result : threads.invokeAll(sessions)) {
        results.add(result.get());
      }
    }
    return results;
  }
}
