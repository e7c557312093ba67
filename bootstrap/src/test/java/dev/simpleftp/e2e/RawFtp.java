package dev.simpleftp.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The least FTP client: one session, binary, extended passive, any surprise an error.
final class RawFtp implements AutoCloseable {
  private final Socket control;
  private final BufferedReader replies;

  RawFtp(int port) throws IOException {
    this(port, "anonymous", "guest@");
  }

  RawFtp(int port, String user, String password) throws IOException {
    control = new Socket(InetAddress.getLoopbackAddress(), port);
    control.setSoTimeout(60_000);
    replies =
        new BufferedReader(new InputStreamReader(control.getInputStream(), StandardCharsets.UTF_8));
    expect("220");
    if (send("USER " + user).startsWith("331")) {
      command("PASS " + password, "230");
    }
    command("TYPE I", "200");
  }

  void store(String name, byte[] content) throws IOException {
    try (Socket data = passive()) {
      command("STOR " + name, "150");
      data.getOutputStream().write(content);
    }
    expect("226");
  }

  /// Begins an upload and leaves it to the caller, who closes the data connection.
  Socket beginStore(String name) throws IOException {
    Socket data = passive();
    command("STOR " + name, "150");
    return data;
  }

  byte[] retrieve(String name) throws IOException {
    byte[] content;
    try (Socket data = passive()) {
      command("RETR " + name, "150");
      content = data.getInputStream().readAllBytes();
    }
    expect("226");
    return content;
  }

  /// The last line of the next reply, which nothing was asked for.
  String next() throws IOException {
    return reply();
  }

  /// Sends a command and returns the last line of its reply.
  String send(String line) throws IOException {
    control.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    return reply();
  }

  /// Sends a command and returns all lines of its reply.
  List<String> lines(String line) throws IOException {
    control.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    List<String> lines = new ArrayList<>();
    String next = replies.readLine();
    while (next != null && !next.matches("\\d{3} .*")) {
      lines.add(next);
      next = replies.readLine();
    }
    return lines;
  }

  /// The same with a data port open, which a transfer needs before it can be refused.
  String sendWithDataPort(String line) throws IOException {
    try (Socket _ = passive()) {
      return send(line);
    }
  }

  private Socket passive() throws IOException {
    String reply = command("EPSV", "229");
    int start = reply.indexOf("|||") + 3;
    int port = Integer.parseInt(reply.substring(start, reply.indexOf('|', start)));
    return new Socket(InetAddress.getLoopbackAddress(), port);
  }

  private String command(String line, String code) throws IOException {
    return check(code, send(line));
  }

  private void expect(String code) throws IOException {
    check(code, reply());
  }

  private static String check(String code, String reply) throws IOException {
    if (!reply.startsWith(code)) {
      throw new IOException("expected " + code + " but got " + reply);
    }
    return reply;
  }

  private String reply() throws IOException {
    String line = replies.readLine();
    while (line != null && !line.matches("\\d{3} .*")) {
      line = replies.readLine();
    }
    if (line == null) {
      throw new IOException("the server closed the control connection");
    }
    return line;
  }

  @Override
  public void close() throws IOException {
    try (control) {
      String reply = send("QUIT");
      // The last reply of an upload that the caller ended may come first.
      check("221", reply.startsWith("2") && !reply.startsWith("221") ? reply() : reply);
    }
  }
}
