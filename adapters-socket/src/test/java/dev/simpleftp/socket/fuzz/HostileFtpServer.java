package dev.simpleftp.socket.fuzz;

import dev.simpleftp.domain.LosslessUtf8;
import dev.simpleftp.domain.Peer;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Locale;
import java.util.Random;

/// A server that mostly does what it is asked, and now and then what nobody expects: every reply
/// may be another, none, two or one without end.
final class HostileFtpServer implements Closeable {
  private static final int PATIENCE_MILLIS = 10_000;
  private static final int ENDLESS = 4_000;

  private final ServerSocket listener = new ServerSocket(0, 8, InetAddress.ofLiteral("127.0.0.1"));
  private final HostileTree tree;
  private final long seed;
  private final int malice;

  /// @param malice how many replies in a thousand are not as they should be
  HostileFtpServer(HostileTree tree, long seed, int malice) throws IOException {
    this.tree = tree;
    this.seed = seed;
    this.malice = malice;
    Thread.ofVirtual().name("hostile-server").start(this::accept);
  }

  Peer peer() {
    return new Peer("127.0.0.1", listener.getLocalPort());
  }

  private void accept() {
    for (int i = 0; !listener.isClosed(); i++) {
      try {
        Socket client = listener.accept();
        var talk = new Talk(client, new Random(seed + i));
        Thread.ofVirtual().name("hostile-talk").start(talk);
      } catch (IOException _) {
        // The next one, unless the test is over.
      }
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  /// One connection.
  final class Talk implements Runnable {
    private final Socket control;
    private final Random random;
    private final HostileData data;
    private String late = "";

    Talk(Socket control, Random random) {
      this.control = control;
      this.random = random;
      this.data = new HostileData(tree, random, malice);
    }

    @Override
    public void run() {
      try (control;
          data) {
        control.setSoTimeout(PATIENCE_MILLIS);
        control.setTcpNoDelay(true);
        answer("220 ready");
        for (String line = line(); !line.isEmpty(); line = line()) {
          carryOut(line);
        }
      } catch (IOException _) {
        // The client has left, as it may.
      }
    }

    private void carryOut(String line) throws IOException {
      String[] words = line.split(" ", 2);
      String verb = words[0].toUpperCase(Locale.ROOT);
      String argument = words.length > 1 ? words[1] : "";
      switch (verb) {
        case "EPSV", "PASV" -> answer(data.listen(verb));
        case "RETR", "STOR", "MLSD", "LIST", "NLST" -> transfer(verb, argument);
        default -> answer(tree.answer(verb, argument));
      }
    }

    private void transfer(String verb, String argument) throws IOException {
      if (verb.equals("RETR") && !tree.has(argument)) {
        answer("550 No such file");
        return;
      }
      boolean early = strikes();
      answer("150 here it comes");
      if (early) {
        send("226 done before it was begun\r\n");
      }
      String end = data.move(verb, argument);
      if (!early) {
        answer(end);
      }
    }

    private boolean strikes() {
      return random.nextInt(1000) < malice;
    }

    /// Says this, or something else.
    private void answer(String reply) throws IOException {
      if (!strikes()) {
        send(late + reply + "\r\n");
        late = "";
        return;
      }
      switch (random.nextInt(12)) {
        case 0 -> send((100 + random.nextInt(500)) + " whatever\r\n");
        case 1 -> send(noise() + "\r\n");
        case 2 -> control.close();
        case 3 -> endless();
        case 4 -> send("230-and\r\n231 no end\r\n");
        case 5 -> send(reply + "\r\n" + reply + "\r\n");
        case 6 -> silence();
        case 7 -> send(reply.substring(0, 3) + " \u001b[2J\0\r /etc \u202e\r\n");
        case 8 -> send("150 a\r\n".repeat(20) + reply + "\r\n");
        case 9 -> late = reply + "\r\n";
        case 10 -> send(reply + "\n\n\r\n   \r\n");
        default -> send("227 (10,0,0,1,9,9)\r\n" + reply.substring(0, reply.length() / 2));
      }
    }

    private void endless() throws IOException {
      String line = random.nextBoolean() ? "230-and one more\r\n" : "230-and on";
      for (int i = 0; i < ENDLESS; i++) {
        send(line.repeat(20));
      }
      control.close();
    }

    private void silence() throws IOException {
      try {
        control.getInputStream().transferTo(OutputStream.nullOutputStream());
      } catch (SocketTimeoutException _) {
        control.close();
      }
    }

    private String noise() {
      byte[] noise = new byte[1 + random.nextInt(60)];
      random.nextBytes(noise);
      return LosslessUtf8.decode(noise);
    }

    private void send(String text) throws IOException {
      control.getOutputStream().write(LosslessUtf8.encode(text));
    }

    private String line() throws IOException {
      var line = new ByteArrayOutputStream();
      InputStream in = control.getInputStream();
      for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
        line.write(b);
      }
      return LosslessUtf8.decode(line.toByteArray()).stripTrailing();
    }
  }
}
