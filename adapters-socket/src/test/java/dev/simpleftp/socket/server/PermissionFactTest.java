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

  private static String rootAsSeenWith(Set<Permission> rights) throws IOException {
    var access =
        new FileStores.Access(
            new MemoryTree().newStore(), FilePath.ROOT, Grants.everywhere(rights));
    var config = FtpServerConfig.on(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    var useCases = Services.over((_, _) -> access, SessionEvents.NONE);
    try (var server = FtpServer.start(config, useCases, WireEvents.NONE);
        var wire = new FtpWire(server.address())) {
      wire.expect(220);
      wire.send("USER anyone").expect(331);
      wire.send("PASS x").expect(230);
      return wire.send("MLST /").expect(250).text();
    }
  }
}
