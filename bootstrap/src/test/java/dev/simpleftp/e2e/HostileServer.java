package dev.simpleftp.e2e;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// A server that lists, sends and says what it likes, on any number of sessions.
final class HostileServer implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 60_000;

  private final ServerSocket listener;
  private final Manner manner;

  private HostileServer(Manner manner) throws IOException {
    this.manner = manner;
    listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  /// How it behaves; what is not changed is nearly harmless.
  interface Manner {
    /// Whether it lists by MLSD; otherwise by LIST.
    default boolean facts() {
      return true;
    }

    /// Writes the listing of this directory.
    void list(String path, OutputStream to) throws IOException;

    /// The facts of one path without its name.
    default String describe(String path) {
      boolean directory = path.equals("/") || path.contains("dir");
      return directory ? "type=dir;modify=20200101000000;" : fileFacts();
    }

    private static String fileFacts() {
      return "type=file;size=%d;modify=20200101000000;".formatted(content().length);
    }

    /// Writes the content of this file; a server that lies about its end returns early.
    default void send(String path, OutputStream to) throws IOException {
      to.write(content());
    }

    /// Says something of its own instead of the answer to this command.
    ///
    /// @return whether it did
    default boolean answer(String verb, OutputStream control) throws IOException {
      return false;
    }
  }

  /// What every file contains.
  static byte[] content() {
    return "evil".getBytes(StandardCharsets.US_ASCII);
  }

  static HostileServer start(Manner manner) throws IOException {
    var server = new HostileServer(manner);
    Thread.startVirtualThread(server::serve);
    return server;
  }

  int port() {
    return listener.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  private void serve() {
    while (!listener.isClosed()) {
      try {
        Socket control = listener.accept();
        Thread.startVirtualThread(() -> talk(control));
      } catch (IOException _) {
        // Closed at the end of the test.
      }
    }
  }

  private void talk(Socket socket) {
    try (socket;
        var passive = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      passive.setSoTimeout(PATIENCE_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      new Session(socket, passive).run();
    } catch (IOException _) {
      // The client has had enough.
    }
  }

  private final class Session {
    private final BufferedReader in;
    private final OutputStream out;
    private final ServerSocket passive;
    private String directory = "/";

    Session(Socket control, ServerSocket passive) throws IOException {
      this.in =
          new BufferedReader(
              new InputStreamReader(control.getInputStream(), StandardCharsets.UTF_8));
      this.out = control.getOutputStream();
      this.passive = passive;
    }

    void run() throws IOException {
      reply("220 hello");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] words = line.split(" ", 2);
        String verb = words[0].toUpperCase(Locale.ROOT);
        if (!manner.answer(verb, out)) {
          answer(verb, words.length > 1 ? words[1] : "");
        }
      }
    }

    private void answer(String verb, String argument) throws IOException {
      switch (verb) {
        case "USER", "PASS" -> reply("230 in");
        case "FEAT" -> reply(features());
        case "PWD" -> reply("257 \"" + directory + "\"");
        case "CWD" -> enter(argument);
        case "TYPE", "OPTS", "NOOP" -> reply("200 yes");
        case "EPSV" -> reply("229 here (|||" + passive.getLocalPort() + "|)");
        case "SIZE" -> reply("213 " + content().length);
        case "MLST" -> describe(argument);
        case "MLSD" -> list(argument);
        case "LIST" -> list(directory);
        case "RETR" -> transfer(to -> manner.send(argument, to));
        default -> reply("502 no");
      }
    }

    private String features() {
      String facts = manner.facts() ? " MLST type*;size*;modify*;\r\n" : "";
      return "211-can\r\n" + facts + " UTF8\r\n SIZE\r\n EPSV\r\n REST STREAM\r\n211 so much";
    }

    private void enter(String path) throws IOException {
      directory = path;
      reply("250 there");
    }

    private void describe(String path) throws IOException {
      reply(
          manner.facts()
              ? "250-so\r\n " + manner.describe(path) + " " + path + "\r\n250 it is"
              : "502 no");
    }

    private void list(String path) throws IOException {
      transfer(to -> manner.list(path, to));
    }

    private void transfer(Content content) throws IOException {
      reply("150 comes");
      try (Socket data = passive.accept();
          var to = new BufferedOutputStream(data.getOutputStream())) {
        content.write(to);
      } catch (IOException _) {
        reply("426 broken");
        return;
      }
      reply("226 all");
    }

    private void reply(String text) throws IOException {
      out.write((text + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  private interface Content {
    void write(OutputStream to) throws IOException;
  }
}
