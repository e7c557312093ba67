package dev.simpleftp.socket.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.socket.tls.TestCertificates;
import dev.simpleftp.socket.wire.Reply;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Plays every script under `dialogues/` against a real server over memory.
///
/// `C:` a line of the client · `T` begins TLS as a client · `S:` the code of the next reply and,
/// behind it, a text it contains · `D open` connects to the port of the last 227 or 229 · `D send:`
/// sends and closes · `D recv:` reads to the end and compares · `D lines:` how many lines were read
/// · `F path: text` puts a file into the store · `F path?` asserts its content. `\n`, `\r` and `\0`
/// are escapes; `#` begins a comment. A script whose name begins with `raw-` starts before the
/// login, one with `reader-` as `bob` and one with `drop-` as `carol`.
class DialogueTest {

  @TestFactory
  Stream<DynamicTest> dialogues() throws IOException {
    return Dialogue.all().stream().map(d -> DynamicTest.dynamicTest(d.name(), () -> play(d)));
  }

  private static void play(Dialogue dialogue) throws IOException {
    String user = dialogue.speaker().user();
    try (var server = ServerFixture.overMemory();
        var player = new Player(server, user.isEmpty() ? server.connect() : server.loginAs(user))) {
      int number = 0;
      for (String line : dialogue.lines()) {
        number++;
        player.play(line, dialogue.name() + ".ftp:" + number + " " + line);
      }
    }
  }

  private static final class Player implements AutoCloseable {
    private final ServerFixture server;
    private final FtpWire wire;
    private Reply last = Reply.of(220, "");
    private @Nullable Socket data;

    Player(ServerFixture server, FtpWire wire) {
      this.server = server;
      this.wire = wire;
    }

    void play(String line, String where) throws IOException {
      if (line.isBlank() || line.startsWith("#")) {
        return;
      }
      int colon = line.indexOf(':');
      String key = colon < 0 ? line : line.substring(0, colon);
      String value = colon < 0 ? "" : unescape(line.substring(colon + 1).replaceFirst("^ ", ""));
      switch (key) {
        case "C" -> wire.send(value);
        case "S" -> expect(value, where);
        case "T" -> wire.secure(client());
        case "D open" -> data = wire.connectData(last);
        case "D send" -> send(value);
        case "D recv" -> assertThat(receive()).as(where).isEqualTo(value);
        case "D lines" -> assertThat(receive().lines().count()).as(where).isEqualTo(number(value));
        default -> file(key, value, where);
      }
    }

    private static SSLEngine client() {
      SSLEngine engine = TestCertificates.context().createSSLEngine();
      engine.setUseClientMode(true);
      return engine;
    }

    private void expect(String value, String where) throws IOException {
      last = wire.read();
      assertThat(last.code())
          .as(where + " <%s>", last)
          .isEqualTo(Integer.parseInt(value, 0, 3, 10));
      assertThat(last.toString()).as(where).contains(value.substring(3).strip());
    }

    private void file(String key, String value, String where) throws IOException {
      assertThat(key).as(where).startsWith("F ");
      String path = key.substring(2);
      if (path.endsWith("?")) {
        assertThat(server.content(path.substring(0, path.length() - 1)).orElse("(none)"))
            .as(where)
            .isEqualTo(value);
      } else {
        server.put(path, value);
      }
    }

    private void send(String text) throws IOException {
      try (Socket socket = data()) {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      }
    }

    private String receive() throws IOException {
      try (Socket socket = data()) {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      }
    }

    private Socket data() {
      Socket socket = Objects.requireNonNull(data, "D open comes first");
      data = null;
      return socket;
    }

    @Override
    public void close() throws IOException {
      wire.close();
    }
  }

  private static long number(String text) {
    return Long.parseLong(text.strip());
  }

  private static String unescape(String text) {
    return text.replace("\\n", "\n").replace("\\r", "\r").replace("\\0", "\0");
  }
}
