package dev.simpleftp.socket.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlSessionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"USER", "PASS", "REST", "SITE", "OPTS", "RANG", "HASH", "XMD5", "CWD", "RNTO"})
  void sendsNothingOfAnArgumentThatWouldBreakTheLine(String verb) throws Exception {
    try (var server = ScriptedServer.answering("C: NOOP\nS: 200 fine\nX\n");
        var control = connect(server)) {
      for (String end : new String[] {"\r\n", "\n", "\r", "\0", "\uD800"}) {
        assertThatThrownBy(() -> control.ask(verb, "CHMOD 644 /a" + end + "DELE /b"))
            .isInstanceOfSatisfying(
                Refused.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.BAD_NAME));
      }

      assertThat(control.ask("NOOP").code()).isEqualTo(200);
      server.awaitEnd();
      assertThat(server.received()).containsExactly("NOOP");
    }
  }

  private static ControlSession connect(ScriptedServer server) throws Exception {
    var address = new InetSocketAddress(server.peer().host(), server.peer().port());
    return new ControlSession(SocketChannel.open(address), Duration.ofSeconds(5), Transcript.NONE);
  }
}
