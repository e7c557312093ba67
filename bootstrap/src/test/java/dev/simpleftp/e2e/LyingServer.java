package dev.simpleftp.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Announces 30,000 bytes, sends 20,000 and calls that complete.
final class LyingServer implements AutoCloseable {
  static final int ANNOUNCED = 30_000;
  static final int SENT = 20_000;

  private final ServerSocket control = listening();
  private final ServerSocket data = listening();

  LyingServer() throws IOException {
    Thread.ofVirtual().start(this::serve);
  }

  int port() {
    return control.getLocalPort();
  }

  String url(String path) {
    return "ftp://127.0.0.1:" + control.getLocalPort() + "/" + path;
  }

  @Override
  public void close() throws IOException {
    control.close();
    data.close();
  }

  private static ServerSocket listening() throws IOException {
    return new ServerSocket(0, 9, InetAddress.getLoopbackAddress());
  }

  private void serve() {
    while (!control.isClosed()) {
      try (Socket client = control.accept()) {
        talk(client);
      } catch (IOException _) {
        // This client is gone, or the test is over.
      }
    }
  }

  private void talk(Socket client) throws IOException {
    var lines =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
    OutputStream out = client.getOutputStream();
    say(out, "220 ready");
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      answer(out, line.split(" ", 2)[0].toUpperCase(Locale.ROOT));
    }
  }

  private void answer(OutputStream out, String verb) throws IOException {
    switch (verb) {
      case "USER" -> say(out, "331 password");
      case "PASS" -> say(out, "230 logged in");
      case "TYPE", "NOOP" -> say(out, "200 ok");
      case "PWD" -> say(out, "257 \"/\"");
      case "SIZE" -> say(out, "213 " + ANNOUNCED);
      case "MDTM" -> say(out, "213 20260101000000");
      case "REST" -> say(out, "350 ok");
      case "EPSV" -> say(out, "229 ok (|||" + data.getLocalPort() + "|)");
      case "RETR" -> send(out);
      case "QUIT" -> say(out, "221 bye");
      default -> say(out, "502 what?");
    }
  }

  private void send(OutputStream out) throws IOException {
    say(out, "150 here it comes");
    try (Socket connection = data.accept()) {
      connection.getOutputStream().write(TestFiles.bytes(SENT, 1));
    }
    say(out, "226 complete");
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }
}
