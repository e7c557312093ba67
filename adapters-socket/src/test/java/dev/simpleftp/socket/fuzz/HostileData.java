package dev.simpleftp.socket.fuzz;

import dev.simpleftp.domain.LosslessUtf8;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// The data connections of a hostile server: some stop, some break, some bring too much.
final class HostileData implements Closeable {
  private static final int PATIENCE_MILLIS = 3_000;

  private final HostileTree tree;
  private final Random random;
  private final int malice;
  private @Nullable ServerSocket listener;

  HostileData(HostileTree tree, Random random, int malice) {
    this.tree = tree;
    this.random = random;
    this.malice = malice;
  }

  /// Opens a port.
  ///
  /// @return the reply that names it, or another
  String listen(String verb) throws IOException {
    close();
    var opened = new ServerSocket(0, 2, InetAddress.ofLiteral("127.0.0.1"));
    opened.setSoTimeout(PATIENCE_MILLIS);
    listener = opened;
    int port = opened.getLocalPort();
    if (strikes()) {
      opened.close();
    }
    if (verb.equals("EPSV")) {
      return strikes() ? "229 (|||0|)" : "229 (|||" + port + "|)";
    }
    String host = strikes() ? "10,9,8,7" : "127,0,0,1";
    return "227 (" + host + "," + port / 256 + "," + port % 256 + ")";
  }

  /// Moves the data of this command.
  ///
  /// @return what to say of it
  String move(String verb, String argument) throws IOException {
    if (listener == null) {
      return "425 no port";
    }
    try (ServerSocket port = listener;
        Socket socket = port.accept()) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      return switch (verb) {
        case "RETR" -> retrieve(socket, argument);
        case "STOR" -> store(socket, argument);
        default -> list(socket, verb, argument);
      };
    } catch (IOException _) {
      return "426 it broke";
    }
  }

  private String retrieve(Socket socket, String path) throws IOException {
    byte[] all = tree.content(path);
    int from = (int) Math.min(tree.takeOffset(), all.length);
    byte[] octets = Arrays.copyOfRange(all, from, all.length);
    int trick = strikes() ? random.nextInt(6) : -1;
    byte[] sent =
        switch (trick) {
          case 0, 1, 2, 3 -> Arrays.copyOf(octets, octets.length / 2);
          case 4 -> Arrays.copyOf(octets, octets.length + 7);
          default -> octets;
        };
    socket.getOutputStream().write(sent);
    boolean complete = trick < 0 || trick == 0 || trick > 3;
    tree.sent(path, sent, complete && from == 0);
    return switch (trick) {
      case 1 -> {
        socket.setSoLinger(true, 0);
        yield "226 done";
      }
      case 2 -> "451 it broke";
      case 3 -> stall(socket);
      default -> "226 done";
    };
  }

  /// Waits until the client has enough of waiting.
  private static String stall(Socket socket) throws IOException {
    socket.getInputStream().readAllBytes();
    return "226 done";
  }

  private String store(Socket socket, String path) throws IOException {
    var taken = new ByteArrayOutputStream();
    int from = (int) tree.takeOffset();
    byte[] old = tree.content(path);
    taken.write(old, 0, Math.min(from, old.length));
    if (strikes()) {
      taken.write(socket.getInputStream().readNBytes(100));
      socket.setSoLinger(true, 0);
      socket.close();
      boolean lies = random.nextBoolean();
      tree.store(path, taken.toByteArray(), !lies);
      return lies ? "226 done" : "452 full";
    }
    socket.getInputStream().transferTo(taken);
    tree.store(path, taken.toByteArray(), true);
    return "226 done";
  }

  private String list(Socket socket, String verb, String argument) throws IOException {
    String path = argument.startsWith("-") ? "" : argument;
    byte[] listing = LosslessUtf8.encode(tree.listing(verb, path, malice));
    int trick = strikes() ? random.nextInt(4) : -1;
    int length = trick == 0 || trick == 1 ? listing.length / 2 : listing.length;
    socket.getOutputStream().write(listing, 0, length);
    if (trick == 1) {
      socket.setSoLinger(true, 0);
    }
    return trick == 2 ? "451 it broke" : trick == 3 ? stall(socket) : "226 done";
  }

  private boolean strikes() {
    return random.nextInt(1000) < malice;
  }

  @Override
  public void close() throws IOException {
    if (listener != null) {
      listener.close();
    }
  }
}
