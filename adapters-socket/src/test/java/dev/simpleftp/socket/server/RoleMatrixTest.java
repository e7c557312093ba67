package dev.simpleftp.socket.server;

import static dev.simpleftp.socket.wire.Verb.ABOR;
import static dev.simpleftp.socket.wire.Verb.ACCT;
import static dev.simpleftp.socket.wire.Verb.AUTH;
import static dev.simpleftp.socket.wire.Verb.CLNT;
import static dev.simpleftp.socket.wire.Verb.CSID;
import static dev.simpleftp.socket.wire.Verb.FEAT;
import static dev.simpleftp.socket.wire.Verb.HELP;
import static dev.simpleftp.socket.wire.Verb.HOST;
import static dev.simpleftp.socket.wire.Verb.LANG;
import static dev.simpleftp.socket.wire.Verb.NOOP;
import static dev.simpleftp.socket.wire.Verb.OPTS;
import static dev.simpleftp.socket.wire.Verb.PASS;
import static dev.simpleftp.socket.wire.Verb.QUIT;
import static dev.simpleftp.socket.wire.Verb.REIN;
import static dev.simpleftp.socket.wire.Verb.SYST;
import static dev.simpleftp.socket.wire.Verb.USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.Listing;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.application.store.GuardedFileStore;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Grants;
import dev.simpleftp.domain.Permission;
import dev.simpleftp.domain.WriteMode;
import dev.simpleftp.filesystem.memory.MemoryTree;
import dev.simpleftp.socket.wire.Reply;
import dev.simpleftp.socket.wire.Verb;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every verb as every role over a real server: who has the rights that [VerbRights] names may use
/// it, everybody else is refused and changes nothing.
///
/// Besides the roles of the field there is one for each right that lacks just this right.
class RoleMatrixTest {
  private static final Set<Permission> UPLOADER =
      EnumSet.of(Permission.LIST, Permission.WRITE, Permission.MAKE_DIRECTORY);

  /// All that anybody may use who has not logged in.
  private static final Set<Verb> FOR_STRANGERS =
      EnumSet.of(
          USER, PASS, ACCT, REIN, HOST, QUIT, AUTH, ABOR, SYST, FEAT, OPTS, HELP, CLNT, CSID, LANG,
          NOOP);

  private DataPeer peer;

  @BeforeEach
  void listen() throws IOException {
    peer = DataPeer.start();
  }

  @AfterEach
  void stopListening() throws IOException {
    peer.close();
  }

  @TestFactory
  Stream<DynamicContainer> letsEachRoleDoWhatItMayAndNoMore() {
    return roles().entrySet().stream()
        .map(role ->
            DynamicContainer.dynamicContainer(
                role.getKey(), attempts().map(a -> test(a, role.getValue()))));
  }

  @TestFactory
  Stream<DynamicTest> asksForALogin() {
    return Stream.of(Verb.values())
        .flatMap(verb -> VerbRights.of(verb).stream().map(a -> strangersTest(verb, a)));
  }

  private static Stream<Attempt> attempts() {
    return Stream.of(Verb.values()).flatMap(verb -> VerbRights.of(verb).stream());
  }

  private static Map<String, Set<Permission>> roles() {
    Map<String, Set<Permission>> roles = new LinkedHashMap<>();
    roles.put("nothing", Set.of());
    roles.put("list only", Set.of(Permission.LIST));
    roles.put("drop box", Set.of(Permission.WRITE));
    roles.put("reader", Permission.readOnly());
    roles.put("uploader", UPLOADER);
    roles.put("full", Permission.all());
    for (Permission right : Permission.values()) {
      roles.put("all but " + right, EnumSet.complementOf(EnumSet.of(right)));
    }
    return roles;
  }

  private DynamicTest test(Attempt attempt, Set<Permission> rights) {
    String title = String.join(", ", attempt.before()) + " " + attempt.command();
    return DynamicTest.dynamicTest(title.strip(), () -> tryAs(attempt, rights));
  }

  private void tryAs(Attempt attempt, Set<Permission> rights) throws IOException {
    MemoryTree tree = planted();
    Set<FileEntry> before = entries(tree);

    Reply reply = replyTo(attempt, rights, tree);

    boolean allowed = rights.containsAll(attempt.needed());
    int expected = allowed ? attempt.code() : refusal(attempt, rights);
    assertThat(reply.code()).as("reply <%s>", reply).isEqualTo(expected);
    if (!allowed) {
      assertThat(entries(tree)).isEqualTo(before);
      assertThat(reply.text()).containsAnyOf("Permission denied", "RNFR first");
    }
    if (!allowed && !rights.contains(Permission.LIST)) {
      Reply nothingThere = replyTo(attempt, rights, new MemoryTree());
      assertThat(reply).as("tells nothing of what is there").isEqualTo(nothingThere);
    }
  }

  private Reply replyTo(Attempt attempt, Set<Permission> rights, MemoryTree tree)
      throws IOException {
    var grants = Grants.everywhere(rights);
    try (var server =
            ServerFixture.over(
                () -> new GuardedFileStore(tree.newStore(), grants), UnaryOperator.identity());
        var wire = server.login()) {
      return carryOut(wire, attempt);
    }
  }

  /// 550, but RNTO knows of no RNFR that was refused.
  private static int refusal(Attempt attempt, Set<Permission> rights) {
    boolean unnamed = attempt.before().contains("RNFR f") && !rights.contains(Permission.LIST);
    return unnamed ? 503 : 550;
  }

  private DynamicTest strangersTest(Verb verb, Attempt attempt) {
    return DynamicTest.dynamicTest(
        attempt.command(),
        () -> {
          try (var server = ServerFixture.overMemory();
              var wire = server.connect()) {
            wire.expect(220);

            Reply reply = carryOut(wire, attempt);

            // What nobody can do is refused for its argument, which is looked at first.
            boolean refused = !FOR_STRANGERS.contains(verb) && attempt.canSucceed();
            assertThat(reply.code()).isEqualTo(refused ? 530 : attempt.code());
          }
        });
  }

  /// The final reply, behind a data connection that carries nothing to the server.
  private Reply carryOut(FtpWire wire, Attempt attempt) throws IOException {
    wire.send(peer.portCommand()).read();
    for (String command : attempt.before()) {
      wire.send(command).read();
    }
    Reply reply = wire.send(attempt.command()).read();
    if (reply.code() >= 200) {
      return reply;
    }
    Reply last = wire.read();
    assertThat(last.code()).as("a data connection for <%s>", last).isLessThan(400);
    return last;
  }

  private static MemoryTree planted() throws IOException {
    var tree = new MemoryTree();
    try (FileStore store = tree.newStore()) {
      store.makeDirectory(FilePath.of("/d"));
      for (String name : List.of("/f", "/g")) {
        try (Upload upload = store.upload(FilePath.of(name), WriteMode.REPLACE)) {
          var content = new ByteArrayInputStream("content".getBytes(StandardCharsets.US_ASCII));
          upload.transferFrom(Channels.newChannel(content), _ -> {});
          upload.commit(() -> true);
        }
      }
    }
    return tree;
  }

  /// What stands in the tree; new content has another number.
  private static Set<FileEntry> entries(MemoryTree tree) throws IOException {
    Set<FileEntry> entries = new HashSet<>();
    try (FileStore store = tree.newStore();
        Listing listing = store.list(FilePath.ROOT)) {
      listing.forEach(entries::add);
    }
    return entries;
  }
}
