package dev.simpleftp.socket.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.Listing;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.application.store.FilteredFileStore;
import dev.simpleftp.application.store.GuardedFileStore;
import dev.simpleftp.application.store.NameRules;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FileName;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Glob;
import dev.simpleftp.domain.Grants;
import dev.simpleftp.domain.Permission;
import dev.simpleftp.domain.WriteMode;
import dev.simpleftp.filesystem.memory.MemoryTree;
import dev.simpleftp.socket.server.Attempt;
import dev.simpleftp.socket.server.DataPeer;
import dev.simpleftp.socket.server.FtpWire;
import dev.simpleftp.socket.server.ServerFixture;
import dev.simpleftp.socket.server.VerbRights;
import dev.simpleftp.socket.wire.Reply;
import dev.simpleftp.socket.wire.Verb;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A path that is shut for some verbs and open for others (CWE-288, CWE-639, CWE-203): what RETR
/// refused could be had, changed, or at least be found out about by APPE, SITE, MDTM or a rename.
/// Each verb with a path is tried; a new one is tried by itself. R18.
@SuppressWarnings("NullAway.Init") // made before each test
class SecondDoorTest {
  private static final Pattern NAME = Pattern.compile("(?<=[ \"])(f|g|d|new|\\*)(?=\"|$)");

  private DataPeer peer;

  @BeforeEach
  void listen() throws IOException {
    peer = DataPeer.start();
  }

  @AfterEach
  void stopListening() throws IOException {
    peer.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/.git", "/.git/config", "/d/../.git/config", "//.git/./config", "/.git/missing"})
  void showsNothingOfWhatIsHidden(String path) throws IOException {
    tryAllDoors(path, SecondDoorTest::hiding);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/.git", "/.git/config", "/d/../.git/config", "//.git/./config", "/.git/missing"})
  void showsNothingOfWhatIsDenied(String path) throws IOException {
    tryAllDoors(path, SecondDoorTest::denying);
  }

  /// Whether something is there or not, the answer is the same no.
  private void tryAllDoors(String path, UnaryOperator<FileStore> around) throws IOException {
    MemoryTree full = planted(true);
    MemoryTree empty = planted(false);
    Set<FileEntry> before = entries(full);
    List<String> faults = new ArrayList<>();

    try (var there = ServerFixture.over(() -> around.apply(full.newStore()), l -> l);
        var absent = ServerFixture.over(() -> around.apply(empty.newStore()), l -> l)) {
      List<Attempt> doors = doors(path).toList();
      assertThat(doors).hasSizeGreaterThan(40);
      for (Attempt door : doors) {
        Reply reply = knock(there, door);
        Reply nothing = knock(absent, door);
        if (reply.code() < 400 || !reply.equals(nothing)) {
          faults.add(door.before() + " " + door.command() + ": " + reply + " / " + nothing);
        }
      }
    }

    assertThat(faults).isEmpty();
    assertThat(entries(full)).isEqualTo(before);
  }

  private static Stream<Attempt> doors(String path) {
    return Stream.of(Verb.values())
        .flatMap(verb -> VerbRights.of(verb).stream())
        .filter(attempt -> NAME.matcher(attempt.command()).find())
        .map(attempt ->
            new Attempt(
                attempt.needed(),
                attempt.before(),
                NAME.matcher(attempt.command()).replaceAll(path),
                attempt.code()));
  }

  private Reply knock(ServerFixture server, Attempt door) throws IOException {
    try (FtpWire wire = server.login()) {
      wire.send(peer.portCommand()).expect(200);
      for (String command : door.before()) {
        wire.send(command).read();
      }
      Reply reply = wire.send(door.command()).read();
      return reply.code() < 200 ? wire.read() : reply;
    }
  }

  private static FileStore hiding(FileStore store) {
    return new FilteredFileStore(store, new NameRules(List.of(new Glob(".git")), List.of()));
  }

  private static FileStore denying(FileStore store) {
    FilePath shut = FilePath.ROOT.child(new FileName(".git"));
    var grants = new Grants(Map.of(FilePath.ROOT, Permission.all(), shut, Set.of()));
    return new GuardedFileStore(store, grants);
  }

  private static MemoryTree planted(boolean withSecret) throws IOException {
    var tree = new MemoryTree();
    try (FileStore store = tree.newStore()) {
      store.makeDirectory(FilePath.of("/d"));
      put(store, "/f");
      put(store, "/g");
      if (withSecret) {
        store.makeDirectory(FilePath.of("/.git"));
        put(store, "/.git/config");
      }
    }
    return tree;
  }

  private static void put(FileStore store, String path) throws IOException {
    try (Upload upload = store.upload(FilePath.of(path), WriteMode.REPLACE)) {
      upload.commit(() -> true);
    }
  }

  /// What stands in the tree; new content has another number.
  private static Set<FileEntry> entries(MemoryTree tree) throws IOException {
    Set<FileEntry> entries = new HashSet<>();
    try (FileStore store = tree.newStore();
        Listing top = store.list(FilePath.ROOT);
        Listing secret = store.list(FilePath.of("/.git"))) {
      top.forEach(entries::add);
      secret.forEach(entries::add);
    }
    return entries;
  }
}
