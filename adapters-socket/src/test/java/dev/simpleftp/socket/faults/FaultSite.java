package dev.simpleftp.socket.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.simpleftp.application.port.out.Capability;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.store.FaultyFileStore;
import dev.simpleftp.application.store.StoreFaults;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.WriteMode;
import dev.simpleftp.filesystem.directory.DirectoryTree;
import dev.simpleftp.filesystem.directory.Durability;
import dev.simpleftp.filesystem.directory.FaultyDisk;
import dev.simpleftp.filesystem.memory.MemoryTree;
import dev.simpleftp.socket.channel.FreePorts;
import dev.simpleftp.socket.channel.PassivePorts;
import dev.simpleftp.socket.server.FtpWire;
import dev.simpleftp.socket.server.Limits;
import dev.simpleftp.socket.server.ServerFixture;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.awaitility.core.ConditionFactory;

/// A server over a store that can go wrong, with a file `/old` and two passive ports.
///
/// When it is closed it makes sure that the sessions have left nothing: no thread, no descriptor,
/// no passive port, no name that nobody else may write, no unfinished file.
final class FaultSite implements Closeable {
  static final byte[] OLD = octets(5_000, 1);

  /// More than one block of any buffer.
  static final byte[] NEW = octets(300_000, 2);

  /// More than the buffers between a server and a client who does not read.
  static final byte[] BIG = octets(5_000_000, 3);

  private static final int PORTS = 2;
  private static final long CAPACITY = 64_000_000;

  private final Scene scene;
  private final Path folder;
  private final StoreFaults faults = new StoreFaults();
  private final FaultyDisk disk = new FaultyDisk();
  private final Closeable tree;
  private final Supplier<FileStore> stores;
  private final ServerFixture server;
  private final Footprint atRest;

  private FaultSite(Scene scene, Path folder, Durability durability, UnaryOperator<Limits> limits)
      throws IOException {
    this.scene = scene;
    this.folder = folder;
    if (scene.servesDirectory()) {
      Files.write(folder.resolve("old"), OLD);
      DirectoryTree directory = disk.serve(folder, durability);
      tree = directory;
      stores = directory::newStore;
    } else {
      tree = () -> {};
      stores = new MemoryTree(CAPACITY)::newStore;
      put("/old", OLD);
    }
    int port = FreePorts.inARow(PORTS);
    server =
        ServerFixture.over(
            () -> new FaultyFileStore(stores.get(), faults),
            ServerFixture.ON_LOOPBACK.passivePorts(new PassivePorts(port, port + PORTS - 1)));
    rehearse();
    server.server().limits(limits.apply(Limits.DEFAULTS));
    atRest = Footprint.now();
  }

  /// Opens one in an empty directory.
  static FaultSite open(Scene scene, Path folder) throws IOException {
    return open(scene, folder, UnaryOperator.identity());
  }

  static FaultSite open(Scene scene, Path folder, UnaryOperator<Limits> limits) throws IOException {
    return new FaultSite(scene, folder, Durability.COMMIT, limits);
  }

  static FaultSite open(Scene scene, Path folder, Durability durability) throws IOException {
    return new FaultSite(scene, folder, durability, UnaryOperator.identity());
  }

  private static byte[] octets(int count, long seed) {
    byte[] octets = new byte[count];
    new Random(seed).nextBytes(octets);
    return octets;
  }

  /// The first transfer of each kind opens what a tree or the machine keeps open.
  private void rehearse() throws IOException {
    try (Guest guest = enter()) {
      store(guest, "rehearsal", OLD);
      assertThat(retrieve(guest, "rehearsal")).isEqualTo(OLD);
      guest.wire().send("DELE rehearsal").expect(250);
      guest.wire().send("QUIT").expect(221);
    }
    awaitEmpty();
  }

  Scene scene() {
    return scene;
  }

  ServerFixture server() {
    return server;
  }

  /// What goes wrong in the store.
  StoreFaults faults() {
    return faults;
  }

  /// What goes wrong below a directory.
  FaultyDisk disk() {
    return disk;
  }

  /// The directory that is served.
  Path folder() {
    return folder;
  }

  Guest knock() throws IOException {
    return Guest.atTheDoor(this);
  }

  Guest enter() throws IOException {
    return knock().login();
  }

  /// Uploads in the ordinary way.
  static void store(Guest guest, String name, byte[] content) throws IOException {
    guest.begin("STOR " + name).write(content).end();
    guest.expect(226);
  }

  /// Downloads in the ordinary way.
  static byte[] retrieve(Guest guest, String name) throws IOException {
    byte[] content = guest.begin("RETR " + name).readAll();
    guest.expect(226);
    return content;
  }

  /// Puts a file behind the back of the server.
  void put(String path, byte[] content) throws IOException {
    try (FileStore store = stores.get();
        var upload = store.upload(FilePath.of(path), WriteMode.REPLACE)) {
      upload.transferFrom(Channels.newChannel(new ByteArrayInputStream(content)), _ -> {});
      upload.commit(() -> true);
    }
  }

  byte[] content(String path) throws IOException {
    try (FileStore store = stores.get();
        var download = store.download(FilePath.of(path), 0)) {
      return Channels.newInputStream(download).readAllBytes();
    }
  }

  /// The old file is whole, and soon nothing unfinished is there.
  void assertOldStands() throws IOException {
    assertStands(OLD);
  }

  /// The new file is whole, and soon nothing unfinished is there.
  void assertNewStands() throws IOException {
    assertStands(NEW);
  }

  private void assertStands(byte[] whole) throws IOException {
    assertThat(content("/old")).isEqualTo(whole);
    soon().untilAsserted(() -> assertNothingUnfinished(whole.length));
    assertThat(content("/old")).isEqualTo(whole);
  }

  private void assertNothingUnfinished(long whole) throws IOException {
    if (scene.servesDirectory()) {
      assertNoPartIn(folder);
      return;
    }
    try (FileStore store = stores.get()) {
      var space = store.capability(Capability.Space.class).orElseThrow();
      assertThat(CAPACITY - space.available(FilePath.ROOT)).as("octets held").isEqualTo(whole);
    }
  }

  static void assertNoPartIn(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".part"));
    }
  }

  /// Waits until a transfer of this path has ended without success.
  void awaitFailureOf(String path) {
    soon().until(() -> server.ends().contains("failed " + path));
  }

  /// Looks often.
  static ConditionFactory soon() {
    return await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5));
  }

  /// Waits until nobody is connected.
  void awaitEmpty() {
    soon()
        .until(() ->
            Footprint.now().threads().stream()
                .noneMatch(line -> line.contains("control") || line.contains("transfer")));
  }

  /// Nobody holds a name, and all passive ports can be had.
  private void assertAllIsFree() throws IOException {
    try (FileStore store = stores.get()) {
      if (isThere(store)) {
        store.upload(FilePath.of("/old"), WriteMode.APPEND).close();
      }
    }
    try (FtpWire first = server.login();
        FtpWire second = server.login()) {
      first.send("EPSV").expect(229);
      second.send("EPSV").expect(229);
    }
  }

  private static boolean isThere(FileStore store) throws IOException {
    try {
      return store.describe(FilePath.of("/old")).isFile();
    } catch (Refused _) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    try (tree;
        server) {
      faults.end();
      disk.end();
      atRest.awaitAgain();
      assertAllIsFree();
    }
  }
}
