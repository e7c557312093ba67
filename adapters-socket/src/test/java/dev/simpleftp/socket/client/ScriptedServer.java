package dev.simpleftp.socket.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.domain.LosslessUtf8;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.socket.tls.TestCertificates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/// A server that behaves as a script says, well or badly.
///
/// [#playing] goes through one session line by line and checks what the client sends. [#answering]
/// answers commands in any order: each `C:` line, a whole command or a verb alone, is followed by
/// what happens then; the last one of a kind counts, and what has none gets 502.
///
/// `S: line` is sent with CR LF, `RAW text` as it stands. In both `{p}` becomes the data port,
/// `{six}` six numbers with it, `{foreign}` six numbers with another address, `{nl}` a line end,
/// `{cr}`, `{lf}` and `{nul}` those characters and `{64k}` so many letters. `D: STEP` acts on the
/// data connection, see [ScriptedData]. `X` closes the control connection, `SILENCE` waits until
/// the client leaves, `TLS` takes up TLS and `FOREIGN-TLS` with the certificate of another host,
/// `FLOOD` sends a reply without end and `FLOOD LINE` a line without end.
public final class ScriptedServer implements AutoCloseable {
  static final int TIMEOUT_MILLIS = 10_000;

  private final ServerSocket listener;
  private final FutureTask<Void> play;
  private final List<String> received = new ArrayList<>();
  private final ScriptedData data = new ScriptedData();
  private final SSLContext certified = TestCertificates.context();
  private Socket control = new Socket();

  private ScriptedServer(Play play) throws IOException {
    listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    this.play =
        new FutureTask<>(() -> {
          serve(play);
          return null;
        });
    Thread.ofVirtual().start(this.play);
  }

  /// Plays these scripts one after the other.
  public static ScriptedServer playing(String... scripts) throws IOException {
    List<String> script = lines(scripts);
    return new ScriptedServer(server -> {
      for (String line : script) {
        server.step(line);
      }
    });
  }

  /// Answers by these scripts until the client leaves.
  public static ScriptedServer answering(String... scripts) throws IOException {
    var answers = ScriptedAnswers.of(lines(scripts));
    return new ScriptedServer(server -> server.answer(answers));
  }

  public Peer peer() {
    return new Peer("127.0.0.1", listener.getLocalPort());
  }

  /// Waits until the script is played to its end or the client has left, or fails with the line
  /// that did not come.
  public void awaitEnd() throws InterruptedException {
    try {
      play.get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new AssertionError("The script broke off: " + e.getCause(), e);
    } catch (TimeoutException e) {
      throw new AssertionError("The script is not at its end; heard: " + received, e);
    }
  }

  /// The commands that came; ask after [#awaitEnd()].
  public List<String> received() {
    return List.copyOf(received);
  }

  /// What came over data connections; ask after [#awaitEnd()].
  public String uploaded() {
    return data.uploaded();
  }

  /// `end` or `reset`: how the client left the last data connection; ask after [#awaitEnd()].
  public String dataEnd() {
    return data.end();
  }

  /// Whether somebody connected to the address that `{foreign}` names; ask after [#awaitEnd()].
  public boolean baitTaken() {
    return data.baitTaken();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    data.close();
  }

  private void serve(Play play) throws IOException {
    try (Socket accepted = listener.accept()) {
      accepted.setSoTimeout(TIMEOUT_MILLIS);
      accepted.setTcpNoDelay(true);
      control = accepted;
      play.on(this);
    } finally {
      close();
    }
  }

  private void answer(ScriptedAnswers answers) throws IOException {
    for (String line : answers.greeting()) {
      step(line);
    }
    while (!control.isClosed()) {
      String came = readLine(control.getInputStream());
      if (came.isEmpty()) {
        return;
      }
      received.add(came);
      for (String line : answers.to(came)) {
        step(line);
      }
    }
  }

  private void step(String line) throws IOException {
    switch (line.split(" ", 2)[0]) {
      case "C:" -> {
        String came = readLine(control.getInputStream());
        received.add(came);
        assertThat(came).isEqualTo(line.substring(3));
      }
      case "S:" -> send(control, data.fill(line.substring(3)) + "\r\n");
      case "RAW" -> send(control, data.fill(line.substring(4)));
      case "D:" -> data.step(line.substring(3).split(" ", 2), certified);
      case "TLS" -> control = ScriptedData.secure(control, certified);
      case "FOREIGN-TLS" ->
          control = ScriptedData.secure(control, TestCertificates.contextOfAnotherHost());
      case "FLOOD" -> flood(control, line.equals("FLOOD") ? "230-and one more line\r\n" : "230-on");
      case "SILENCE" -> awaitLeave(control);
      case "X" -> control.close();
      default -> throw new AssertionError("Not a step: " + line);
    }
  }

  private static void awaitLeave(Socket control) throws IOException {
    try {
      control.getInputStream().readAllBytes();
    } catch (SocketTimeoutException e) {
      throw new AssertionError("The client stayed.", e);
    }
  }

  private static void flood(Socket control, String text) {
    try {
      send(control, "230-\r\n");
      for (int i = 0; i < 2_000_000; i++) {
        send(control, text);
      }
      throw new AssertionError("The client took it all.");
    } catch (IOException _) {
      // The client left, as it should.
    }
  }

  static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(LosslessUtf8.encode(text));
  }

  private static List<String> lines(String... scripts) {
    List<String> lines = new ArrayList<>();
    for (String script : scripts) {
      script.lines().filter(line -> !line.isBlank()).forEach(lines::add);
    }
    return lines;
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

  private interface Play {
    void on(ScriptedServer server) throws IOException;
  }
}
