package dev.simpleftp.socket.fuzz;

import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.socket.wire.Reply;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What real clients said, spoilt and played over loopback: the server answers every line once,
/// loses nothing and holds nothing back.
@Tag("fuzz")
class MutatedSessionTest {
  private static final int LITTLE = 250;

  @TempDir Path folder;

  @Test
  void everySpoiltSessionIsAnsweredAndLeavesTheStoreWhole() throws Exception {
    play("spoilt sessions in memory", Ground::inMemory, 98);
  }

  @Test
  void everySpoiltSessionLeavesTheDiskWhole() throws Exception {
    play("spoilt sessions on disk", () -> Ground.onDisk(folder), 2);
  }

  @ParameterizedTest
  @MethodSource("kept")
  void whatFailedOnceIsAnswered(Path session) throws IOException {
    byte[] said = Files.readAllBytes(session);
    try (var server = new FuzzServer();
        var peers = new DataPeers()) {
      for (int seed = 0; seed < 3; seed++) {
        one(server, peers, Ground.inMemory(), said, seed);
      }
    }
  }

  /// The unspoilt recordings, too: they must be answered like all others.
  static Stream<Path> kept() throws IOException, URISyntaxException {
    List<Path> all = new ArrayList<>();
    for (String folder : List.of("/fuzz/recordings", "/fuzz/spoilt")) {
      var found = Objects.requireNonNull(MutatedSessionTest.class.getResource(folder));
      try (Stream<Path> files = Files.list(Path.of(found.toURI()))) {
        files.sorted().forEach(all::add);
      }
    }
    return all.stream();
  }

  private void play(String what, ModelRun.Maker grounds, int percent) throws Exception {
    Budget budget = Budget.of("sessions", LITTLE).share(percent);
    List<byte[]> recordings = Recordings.all();
    List<FuzzServer> servers = new ArrayList<>();
    long begun = System.nanoTime();
    try (var peers = new DataPeers()) {
      Residue before = Residue.now();
      long played =
          Lanes.play(
              number -> number < budget.amount(),
              () -> {
                FuzzServer server = new FuzzServer();
                synchronized (servers) {
                  servers.add(server);
                }
                return number -> {
                  long seed = budget.seed() * 1_000_003 + number;
                  byte[] said = new Mutator(new Random(seed), recordings).draw();
                  one(server, peers, grounds.make(), said, seed);
                };
              });
      close(servers);
      before.assertNothingMore(played, folder);
      budget.tell(what, played, Duration.ofNanos(System.nanoTime() - begun));
    } finally {
      close(servers);
    }
  }

  private static void close(List<FuzzServer> servers) throws IOException {
    for (FuzzServer server : servers) {
      server.close();
    }
  }

  private void one(FuzzServer server, DataPeers peers, Ground ground, byte[] said, long seed)
      throws IOException {
    try (ground) {
      furnish(ground);
      Map<String, String> before = ground.contents();
      server.serve("fuzz", ground.stores());
      List<Reply> replies = new Player(server.address(), peers, new Random(seed)).play(said);
      var session = new PlayedSession(said, replies);
      session.assertOneReplyEach();
      session.assertNothingBeforeLogin();
      Map<String, String> after = ground.contents();
      session.assertStoreIs(before, after);
      ground.assertNobodyWrites(after);
      ground.finish();
      server.events().assertNothingFound();
    } catch (AssertionError | IOException | RuntimeException e) {
      Path kept = Files.write(Path.of("target", "spoilt-" + seed + ".ctl"), said);
      throw new AssertionError(
          "Seed %d; the session is in %s. Keep it below src/test/resources/fuzz/spoilt. It was:%n%s"
              .formatted(seed, kept, new String(said, StandardCharsets.ISO_8859_1)),
          e);
    }
  }

  private static void furnish(Ground ground) throws IOException {
    try (FileStore store = ground.stores().get()) {
      store.makeDirectory(FilePath.of("/pub"));
    }
    for (String path : List.of("/readme.txt", "/pub/a.bin")) {
      ground.put(path, ("content of " + path + "\n").repeat(20).getBytes(StandardCharsets.UTF_8));
    }
  }
}
