package dev.simpleftp.socket.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.domain.LosslessUtf8;
import dev.simpleftp.domain.Peer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// A server that plays one session from a script, well or badly, and checks what the client sends.
///
/// `C: line` is awaited, `S: line` is sent; `{p}` becomes the data port, `{six}` six numbers with
/// it, `{nl}` a line end in data. `D: listen|unlisten|close|finish|reset|send TEXT|receive|take
/// N|await end` act on the data connection, `X` closes the control connection and `FLOOD` sends a
/// reply without end.
final class ScriptedServer implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 10_000;

  private final ServerSocket listener;
  private final FutureTask<Void> play;
  private final List<String> received = new ArrayList<>();
  private final ByteArrayOutputStream uploaded = new ByteArrayOutputStream();
  private @Nullable ServerSocket dataListener;
  private @Nullable Socket data;
  private volatile String dataEnd = "";

  private ScriptedServer(List<String> script) throws IOException {
    listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    play =
        new FutureTask<>(() -> {
          play(script);
          return null;
        });
    Thread.ofVirtual().start(play);
  }

  static ScriptedServer playing(String... scripts) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String script : scripts) {
      script.lines().filter(line -> !line.isBlank()).forEach(lines::add);
    }
    return new ScriptedServer(lines);
  }

  Peer peer() {
    return new Peer("127.0.0.1", listener.getLocalPort());
  }

  /// Waits until the script is played to its end, or fails with the line that did not come.
  void awaitEnd() throws InterruptedException {
    try {
      play.get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new AssertionError("The script broke off: " + e.getCause(), e);
    } catch (TimeoutException e) {
      throw new AssertionError("The script is not at its end; heard: " + received, e);
    }
  }

  /// What came over data connections; ask after [#awaitEnd()].
  String uploaded() {
    return uploaded.toString(StandardCharsets.UTF_8);
  }

  /// `end` or `reset`: how the client left the last data connection; ask after [#awaitEnd()].
  String dataEnd() {
    return dataEnd;
  }

  @Override
  public void close() throws IOException {
    listener.close();
    if (dataListener != null) {
      dataListener.close();
    }
  }

  private void play(List<String> script) throws IOException {
    try (Socket control = listener.accept()) {
      control.setSoTimeout(TIMEOUT_MILLIS);
      for (String line : script) {
        step(control, line);
      }
    } finally {
      close();
    }
  }

  private void step(Socket control, String line) throws IOException {
    if (line.startsWith("C: ")) {
      String came = readLine(control.getInputStream());
      received.add(came);
      assertThat(came).isEqualTo(line.substring(3));
    } else if (line.startsWith("S: ")) {
      send(control, fill(line.substring(3)) + "\r\n");
    } else if (line.startsWith("D: ")) {
      onData(line.substring(3).split(" ", 2));
    } else if (line.equals("FLOOD")) {
      flood(control);
    } else {
      assertThat(line).isEqualTo("X");
      control.close();
    }
  }

  private void onData(String[] words) throws IOException {
    switch (words[0]) {
      case "listen" -> dataListener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      case "send" -> send(data(), words[1].replace("{nl}", "\r\n"));
      case "receive", "await" -> receive(Integer.MAX_VALUE);
      case "take" -> receive(Integer.parseInt(words[1]));
      case "reset" -> {
        data().setSoLinger(true, 0);
        endData();
      }
      case "finish" -> data().shutdownOutput();
      case "close" -> endData();
      case "unlisten" -> Objects.requireNonNull(dataListener).close();
      default -> throw new AssertionError("Not a step: " + words[0]);
    }
  }

  private void receive(int most) throws IOException {
    try {
      byte[] bytes = data().getInputStream().readNBytes(most);
      uploaded.writeBytes(bytes);
      dataEnd = "end";
    } catch (SocketException _) {
      dataEnd = "reset";
    }
    if (most == Integer.MAX_VALUE) {
      endData();
    }
  }

  private Socket data() throws IOException {
    Socket open = data;
    if (open == null) {
      ServerSocket source = Objects.requireNonNull(dataListener, "D: listen is missing");
      source.setSoTimeout(TIMEOUT_MILLIS);
      open = source.accept();
      open.setSoTimeout(TIMEOUT_MILLIS);
      data = open;
    }
    return open;
  }

  private void endData() throws IOException {
    data().close();
    Objects.requireNonNull(dataListener).close();
    data = null;
  }

  private String fill(String line) {
    if (dataListener == null) {
      return line;
    }
    int port = dataListener.getLocalPort();
    return line.replace("{p}", Integer.toString(port))
        .replace("{six}", "127,0,0,1," + port / 256 + "," + port % 256)
        .replace("{foreign}", "192,0,2,1," + port / 256 + "," + port % 256);
  }

  private static void flood(Socket control) {
    try {
      send(control, "230-\r\n");
      for (int i = 0; i < 1_000_000; i++) {
        send(control, "230-and one more line of a reply that never ends\r\n");
      }
      throw new AssertionError("The client took it all.");
    } catch (IOException _) {
      // The client left, as it should.
    }
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(LosslessUtf8.encode(text));
  }

  private static String readLine(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    int b = in.read();
    while (b >= 0 && b != '\n') {
      line.write(b);
      b = in.read();
    }
    return LosslessUtf8.decode(line.toByteArray()).stripTrailing();
  }
}
