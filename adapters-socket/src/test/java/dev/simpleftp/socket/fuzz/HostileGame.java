package dev.simpleftp.socket.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.application.copy.CopyFileService;
import dev.simpleftp.application.copy.CopyTreeService;
import dev.simpleftp.application.port.in.CopyFile;
import dev.simpleftp.application.port.in.CopyFile.Place;
import dev.simpleftp.application.port.in.CopyFile.Retries;
import dev.simpleftp.application.port.in.CopyListener;
import dev.simpleftp.application.port.in.CopyTree;
import dev.simpleftp.application.port.in.CopyTree.Step;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.session.Endpoint;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Identity;
import dev.simpleftp.domain.Login;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.domain.Secret;
import dev.simpleftp.filesystem.memory.MemoryJournal;
import dev.simpleftp.socket.channel.Watchdog;
import dev.simpleftp.socket.client.ClientConfig;
import dev.simpleftp.socket.client.RemoteFileStores;
import dev.simpleftp.socket.client.Transcript;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// One client with one hostile server: copies a file one way or the other, or mirrors a tree.
final class HostileGame {
  private static final CopyFile.Options FILES =
      CopyFile.Options.USUAL.withRetries(new Retries(1, Duration.ZERO, Duration.ZERO));
  private static final ClientConfig HASTY =
      new ClientConfig(
          Duration.ofMillis(1500),
          Duration.ofMillis(1500),
          Duration.ofMillis(1500),
          Duration.ofMillis(1200),
          Duration.ofMillis(300));

  private final Watchdog watchdog;
  private final long seed;
  private final Path folder;
  private final Random random;
  private final HostileTree tree;
  private final List<String> transcript = Collections.synchronizedList(new ArrayList<>());

  HostileGame(Watchdog watchdog, long seed, Path folder) {
    this.folder = folder;
    this.watchdog = watchdog;
    this.seed = seed;
    this.random = new Random(seed);
    this.tree = new HostileTree(seed);
  }

  /// The dialogue and how it ended.
  List<String> said() {
    synchronized (transcript) {
      return List.copyOf(transcript);
    }
  }

  void play() throws IOException {
    Ground local = random.nextInt(5) == 0 ? Ground.onDisk(folder) : Ground.inMemory();
    try (local;
        var server = new HostileFtpServer(tree, seed, 10 + random.nextInt(60));
        Endpoint here = local(local);
        Endpoint there = remote(server)) {
      furnish(local);
      List<Done> done = new ArrayList<>();
      try {
        switch (random.nextInt(4)) {
          case 0 -> get(there, here, done);
          case 1 -> put(here, there, done);
          default -> mirror(there, here, done);
        }
      } catch (IOException e) {
        transcript.add("ended by " + e);
      }
      there.drop();
      check(local, done);
    }
  }

  private void get(Endpoint there, Endpoint here, List<Done> done) throws IOException {
    var order = new CopyFile.Order(place(there, "/a.txt"), place(here, "/target/a.txt"), FILES);
    new CopyFileService(new MemoryJournal()).copy(order, CopyListener.NONE);
    done.add(new Done("/a.txt", false));
  }

  private void put(Endpoint here, Endpoint there, List<Done> done) throws IOException {
    var order = new CopyFile.Order(place(here, "/beside"), place(there, "/up"), FILES);
    new CopyFileService(new MemoryJournal()).copy(order, CopyListener.NONE);
    done.add(new Done("/up", true));
  }

  private void mirror(Endpoint there, Endpoint here, List<Done> done) throws IOException {
    var options =
        new CopyTree.Options(false, 1 + random.nextInt(2), random.nextBoolean(), false, FILES);
    var order = new CopyTree.Order(place(there, "/"), place(here, "/target"), options);
    List<Done> copied = Collections.synchronizedList(done);
    var mirror =
        new CopyTreeService(new CopyFileService(new MemoryJournal()), InstantSource.system());
    mirror.copy(
        order,
        new CopyTree.TreeListener() {
          @Override
          public void copied(Step.Copy step, int lane, CopyFile.Report report) {
            copied.add(new Done(step.path().toString(), false));
          }
        });
  }

  private void check(Ground local, List<Done> done) throws IOException {
    Map<String, String> contents = local.contents();
    assertThat(contents).containsEntry("/beside", "not to be touched");
    assertThat(contents.keySet())
        .allMatch(path -> path.equals("/beside") || path.startsWith("/target/"));
    for (Done one : done) {
      byte[] octets =
          one.uploaded()
              ? "not to be touched".getBytes(StandardCharsets.ISO_8859_1)
              : contents
                  .getOrDefault("/target" + one.path(), "(missing)")
                  .getBytes(StandardCharsets.ISO_8859_1);
      boolean right =
          one.uploaded()
              ? tree.liedOf(one.path()) || same(one, octets)
              : tree.mayBeTaken(one.path(), octets);
      assertThat(right).as("%s is what the server has", one.path()).isTrue();
    }
    local.finish();
  }

  private boolean same(Done one, byte[] octets) {
    return HostileTree.text(octets).equals(HostileTree.text(tree.content(one.path())));
  }

  private Endpoint remote(HostileFtpServer server) {
    var stores = new RemoteFileStores(HASTY, new Ears(transcript), watchdog);
    return endpoint(
        "ftp://u@" + server.peer(),
        () -> stores.open(new Login("u", Secret.of("p")), server.peer()).store());
  }

  private static Endpoint local(Ground ground) {
    return endpoint("mem:", ground.stores()::get);
  }

  private record Ears(List<String> heard) implements Transcript {
    @Override
    public void sent(String line) {
      heard.add("> " + line);
    }

    @Override
    public void received(String line) {
      heard.add("< " + line.substring(0, Math.min(line.length(), 200)));
    }
  }

  /// A copy that was called done.
  private record Done(String path, boolean uploaded) {}

  private static Place place(Endpoint endpoint, String path) throws IOException {
    return new Place(endpoint, FilePath.of(path));
  }

  /// Opens a store.
  @FunctionalInterface
  private interface Door {
    FileStore open() throws IOException;
  }

  private static Endpoint endpoint(String address, Door door) {
    return new Endpoint(
        address,
        new Endpoint.Opener() {
          @Override
          public Session open() throws IOException {
            var identity = new Identity(1, "u", new Peer("127.0.0.1", 21));
            return new Session(identity, door.open(), FilePath.ROOT);
          }

          @Override
          public void close(Session session) throws IOException {
            session.store().close();
          }
        });
  }

  private static void furnish(Ground local) throws IOException {
    try (FileStore store = local.stores().get()) {
      store.makeDirectory(FilePath.of("/target"));
    }
    local.put("/beside", "not to be touched".getBytes(StandardCharsets.US_ASCII));
  }
}
