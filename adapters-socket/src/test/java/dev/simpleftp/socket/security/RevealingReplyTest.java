package dev.simpleftp.socket.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.domain.StoreFailure;
import dev.simpleftp.socket.server.FtpWire;
import dev.simpleftp.socket.server.ServerFixture;
import dev.simpleftp.socket.wire.Reply;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.Socket;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a server tells of its inside (CWE-209): paths of the host, texts of exceptions and names of
/// classes stood in replies, and told an attacker where to go on. R29.
class RevealingReplyTest {
  private static final String INSIDE = "/srv/inside: java.lang.Trouble";

  @ParameterizedTest
  @ValueSource(strings = {"SIZE f", "CWD d", "DELE f", "MKD d", "RETR f", "STOR f", "MLSD", "LIST"})
  void tellsNothingOfATroubledStore(String line) throws IOException {
    assertThat(answer(line, () -> new StoreFailure(INSIDE)).code()).isEqualTo(451);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SIZE f", "CWD d", "DELE f", "MKD d", "RETR f", "STOR f", "MLSD", "LIST"})
  void tellsNothingOfAFaultOfItsOwn(String line) throws IOException {
    assertThat(answer(line, () -> new IllegalStateException(INSIDE)).code()).isEqualTo(421);
  }

  private static Reply answer(String line, Supplier<Exception> trouble) throws IOException {
    try (var server = ServerFixture.over(() -> troubled(trouble), UnaryOperator.identity());
        FtpWire wire = server.login();
        Socket _ = wire.openData()) {
      Reply reply = wire.send(line).read();
      while (reply.isPreliminary()) {
        reply = wire.read();
      }
      assertThat(reply.toString()).doesNotContain("srv", "java", "Exception", "Failure");
      return reply;
    }
  }

  /// A store of which nothing works.
  private static FileStore troubled(Supplier<Exception> trouble) {
    return (FileStore)
        Proxy.newProxyInstance(
            FileStore.class.getClassLoader(),
            new Class<?>[] {FileStore.class},
            (_, method, _) ->
                switch (method.getName()) {
                  case "close" -> null;
                  case "capability" -> Optional.empty();
                  default -> throw trouble.get();
                });
  }
}
