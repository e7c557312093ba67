package dev.simpleftp.socket.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simpleftp.application.port.out.Capability.RawCommands;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.domain.Login;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.Secret;
import dev.simpleftp.socket.channel.Watchdog;
import dev.simpleftp.socket.client.Dialogues;
import dev.simpleftp.socket.client.RemoteFileStores;
import dev.simpleftp.socket.client.ScriptedServer;
import dev.simpleftp.socket.client.Transcript;
import dev.simpleftp.socket.server.FtpWire;
import dev.simpleftp.socket.server.ServerFixture;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Line ends inside an argument (CWE-93): clients sent `%0d%0a` of an address as it was, so that
/// whoever wrote a link wrote commands, to this server or through a firewall to another one. R11.
class CommandInjectionTest {
  private static final List<String> BREAKS =
      List.of("x\r\nDELE y", "x\nDELE y", "x\rDELE y", "x\0", "\r\n", "x\uD800");

  @Test
  void sendsNothingOfAUserThatWouldBreakTheLine() throws Exception {
    for (String user : BREAKS) {
      assertThat(sentFor(new Login(user, Secret.of("p")))).as(user).isEmpty();
    }
  }

  @Test
  void sendsNothingOfAPasswordThatWouldBreakTheLine() throws Exception {
    for (String password : BREAKS) {
      assertThat(sentFor(new Login("u", Secret.of(password))))
          .as(password)
          .containsExactly("USER u");
    }
  }

  @Test
  void sendsNothingOfARawLineThatWouldBreakTheLine() throws Exception {
    try (var server = ScriptedServer.playing(Dialogues.NO_FEATURES, Dialogues.QUIT)) {
      FileStore store = Dialogues.open(server).store();
      RawCommands raw = store.capability(RawCommands.class).orElseThrow();
      for (String argument : BREAKS) {
        assertThatThrownBy(() -> raw.send("STAT a" + argument + "b")).isInstanceOf(Refused.class);
      }
      store.close();
      server.awaitEnd();
    }
  }

  /// A server takes only LF for an end, so it must not leave CR to whoever reads on.
  @ParameterizedTest
  @ValueSource(strings = {"DELE x\rDELE y", "DELE y\0", "DELE y\r"})
  void takesNoCommandWithALineEndInside(String line) throws Exception {
    try (var server = ServerFixture.overMemory();
        FtpWire wire = server.login()) {
      server.put("/y", "content");

      wire.sendRaw((line + "\r\n").getBytes(StandardCharsets.UTF_8)).expect(501);
      assertThat(server.content("/y")).contains("content");
    }
  }

  /// What the server received of this login before it was refused.
  private static List<String> sentFor(Login login) throws Exception {
    try (var server = ScriptedServer.answering(Dialogues.DECENT);
        var dog = new Watchdog()) {
      var stores = new RemoteFileStores(Dialogues.PATIENT, Transcript.NONE, dog);

      assertThatThrownBy(() -> stores.open(login, server.peer()))
          .isInstanceOfSatisfying(
              Refused.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.BAD_NAME));
      server.awaitEnd();
      return server.received();
    }
  }
}
