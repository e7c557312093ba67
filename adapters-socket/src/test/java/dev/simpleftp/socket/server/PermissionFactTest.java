package dev.simpleftp.socket.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.application.port.out.FileStores;
import dev.simpleftp.application.port.out.SessionEvents;
import dev.simpleftp.application.service.Services;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Grants;
import dev.simpleftp.domain.Permission;
import dev.simpleftp.filesystem.memory.MemoryTree;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The fact `perm` tells what this session may try (RFC 3659 §7.5.5), not what the server can do.
class PermissionFactTest {
  @Test
  void tellsAReaderThatItMayNotWrite() throws IOException {
    assertThat(rootAsSeenWith(Permission.readOnly())).contains("perm=el;");
  }

  @Test
  void tellsAWriterWhatItMayDo() throws IOException {
    assertThat(rootAsSeenWith(Permission.all())).contains("perm=cdeflmp;");
  }

  @Test
  void tellsOfEachEntryWhatHoldsThere() throws IOException {
    var tree = new MemoryTree();
    try (var store = tree.newStore()) {
      store.makeDirectory(FilePath.of("/drop"));
      store.makeDirectory(FilePath.of("/pub"));
    }
    Map<FilePath, Set<Permission>> rules =
        Map.of(
            FilePath.ROOT, Permission.readOnly(), FilePath.of("/drop"), Set.of(Permission.WRITE));

    String listing =
        listedWith(new FileStores.Access(tree.newStore(), FilePath.ROOT, new Grants(rules)));

    assertThat(listing).contains("perm=c; drop\r\n", "perm=el; pub\r\n");
  }

  private static String listedWith(FileStores.Access access) throws IOException {
    try (var server = serve(access);
        var wire = login(server)) {
      wire.send("OPTS MLST perm").expect(200);
      try (var data = wire.openData()) {
        wire.send("MLSD").expect(150);
        return new String(data.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      }
    }
  }

  private static String rootAsSeenWith(Set<Permission> rights) throws IOException {
    var access =
        new FileStores.Access(
            new MemoryTree().newStore(), FilePath.ROOT, Grants.everywhere(rights));
    try (var server = serve(access);
        var wire = login(server)) {
      return wire.send("MLST /").expect(250).text();
    }
  }

  private static FtpServer serve(FileStores.Access access) throws IOException {
    var config = FtpServerConfig.on(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    var useCases = Services.over((_, _) -> access, SessionEvents.NONE);
    return FtpServer.start(config, useCases, WireEvents.NONE);
  }

  private static FtpWire login(FtpServer server) throws IOException {
    var wire = new FtpWire(server.address());
    wire.expect(220);
    wire.send("USER anyone").expect(331);
    wire.send("PASS x").expect(230);
    return wire;
  }
}
