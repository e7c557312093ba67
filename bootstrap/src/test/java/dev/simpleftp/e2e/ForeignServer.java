package dev.simpleftp.e2e;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// FTP servers that others wrote, anonymous with all rights, in the foreground.
enum ForeignServer {
  PYFTPDLIB {
    @Override
    void requireHere() throws Exception {
      Tools.requirePythonModule("pyftpdlib");
    }

    @Override
    List<String> command(Path root, int port, Path scratch) {
      String number = String.valueOf(port);
      return List.of(
          Tools.PYTHON,
          "-W",
          "ignore",
          "-m",
          "pyftpdlib",
          "-w",
          "-i",
          "127.0.0.1",
          "-p",
          number,
          "-d",
          root.toString());
    }
  },
  VSFTPD {
    @Override
    void requireHere() {
      Tools.require("vsftpd in " + Tools.peers(), Files.isExecutable(vsftpd()));
    }

    @Override
    List<String> command(Path root, int port, Path scratch) throws IOException {
      Path empty = Files.createDirectory(scratch.resolve("empty"));
      String settings =
          template()
              .replace("@PORT@", String.valueOf(port))
              .replace("@ROOT@", root.toString())
              .replace("@USER@", System.getProperty("user.name"))
              .replace("@EMPTY@", empty.toString());
      Path file = Files.writeString(scratch.resolve("vsftpd.conf"), settings);
      return List.of(vsftpd().toString(), file.toString());
    }
  };

  /// Stops the test where this server is not installed.
  abstract void requireHere() throws Exception;

  abstract List<String> command(Path root, int port, Path scratch) throws IOException;

  /// Starts the server over this directory; it accepts connections when this returns.
  Running start(Path root) throws Exception {
    requireHere();
    int port = Program.freePort();
    Path scratch = Files.createTempDirectory("peer");
    Child child = Child.start(scratch, command(root, port, scratch));
    await().atMost(Duration.ofSeconds(20)).until(() -> answers(port));
    return new Running(child, port);
  }

  private static boolean answers(int port) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.getInputStream().read() == '2';
    } catch (IOException _) {
      return false;
    }
  }

  private static Path vsftpd() {
    return Tools.peers().resolve("vsftpd/run");
  }

  private static String template() throws IOException {
    try (var in = ForeignServer.class.getResourceAsStream("vsftpd.conf")) {
      if (in == null) {
        throw new IOException("vsftpd.conf is not beside the tests");
      }
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  /// A running server and its port.
  record Running(Child child, int port) implements AutoCloseable {
    @Override
    public void close() {
      child.close();
    }
  }
}
