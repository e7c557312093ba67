package dev.simpleftp.bootstrap;

import static dev.simpleftp.bootstrap.Arguments.flag;
import static dev.simpleftp.bootstrap.Arguments.value;

import dev.simpleftp.filesystem.account.Accounts;
import dev.simpleftp.filesystem.account.PasswordFile;
import dev.simpleftp.filesystem.directory.Durability;
import dev.simpleftp.socket.channel.PassivePorts;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.cli.OptionGroup;
import org.apache.commons.cli.Options;

/// The options of `simpleftp server`, and how they become a [ServerConfig].
final class ServerOptions {
  static final String SYNTAX = "simpleftp server [options]";
  static final String ABOUT =
      "Serves a directory (or memory) by FTP until it is stopped with Ctrl-C.";

  private static final String DEFAULT_PORT = "2121";

  private final Arguments arguments;

  private ServerOptions(Arguments arguments) {
    this.arguments = arguments;
  }

  static Options options() {
    return new Options()
        .addOptionGroup(
            new OptionGroup()
                .addOption(
                    value(
                        "root", "DIR", "serve this directory (default ./server, made if missing)"))
                .addOption(flag("memory", "serve an empty tree in memory instead of a directory")))
        .addOption(value("listen", "ADDR", "listen on this address (default 127.0.0.1)"))
        .addOption(value("port", "N", "listen on this port; 0 takes any free one (default 2121)"))
        .addOption(value("users", "FILE", "the accounts, as 'simpleftp user add' writes them"))
        .addOption(
            value(
                "anonymous",
                "none|read|write",
                "what guests may do (default: write on a loopback address without --users, else none)"))
        .addOption(value("passive-ports", "A-B", "the ports of data connections (default: any)"))
        .addOption(value("passive-address", "IP", "the IPv4 address that PASV announces (NAT)"))
        .addOption(
            value(
                "durability",
                "commit|none",
                "commit: an upload is confirmed when it is safe on disk (default); none: do not wait"))
        .addOption(flag("quiet", "print errors only"))
        .addOption(flag("help", "show this help"));
  }

  /// What these arguments ask for.
  ///
  /// @throws UsageError naming the first that cannot be
  static ServerConfig read(Arguments arguments) throws UsageError {
    return new ServerOptions(arguments).config();
  }

  private ServerConfig config() throws UsageError {
    InetAddress address = address(arguments.value("listen").orElse("127.0.0.1"));
    return new ServerConfig(
        storage(),
        new InetSocketAddress(address, port()),
        passivePorts(),
        passiveAddress(),
        accounts(),
        anonymous(address),
        arguments.has("quiet"));
  }

  private Storage storage() throws UsageError {
    Durability durability =
        arguments.choice("durability", Durability.class).orElse(Durability.COMMIT);
    return arguments.has("memory")
        ? new Storage.InMemory(Long.MAX_VALUE)
        : new Storage.InDirectory(Path.of(arguments.value("root").orElse("server")), durability);
  }

  private int port() throws UsageError {
    String text = arguments.value("port").orElse(DEFAULT_PORT);
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException _) {
      // Told below, with what was given.
    }
    throw new UsageError("--port cannot be '" + text + "'; give a number from 0 to 65535.");
  }

  private PassivePorts passivePorts() throws UsageError {
    Optional<String> text = arguments.value("passive-ports");
    if (text.isEmpty()) {
      return PassivePorts.ANY;
    }
    String[] ends = text.get().split("-", 2);
    try {
      int first = Integer.parseInt(ends[0]);
      int last = Integer.parseInt(ends[ends.length - 1]);
      if (first > 0) {
        return new PassivePorts(first, last);
      }
    } catch (IllegalArgumentException _) {
      // Told below, with what was given.
    }
    throw new UsageError(
        "--passive-ports cannot be '%s'; give a range such as 50000-50999, from 1 to 65535."
            .formatted(text.get()));
  }

  private Optional<Inet4Address> passiveAddress() throws UsageError {
    Optional<String> text = arguments.value("passive-address");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Inet4Address.ofLiteral(text.get()));
    } catch (IllegalArgumentException _) {
      throw new UsageError(
          "--passive-address cannot be '"
              + text.get()
              + "'; give an IPv4 address such as 192.0.2.7.");
    }
  }

  private Accounts accounts() throws UsageError {
    Optional<String> file = arguments.value("users");
    if (file.isEmpty()) {
      return Accounts.NONE;
    }
    try {
      return PasswordFile.open(Path.of(file.get()));
    } catch (IOException e) {
      throw new UsageError(e.getMessage());
    }
  }

  /// Guests may write where only this machine can reach the server and nobody asked for accounts.
  private AnonymousRights anonymous(InetAddress address) throws UsageError {
    Optional<AnonymousRights> chosen = arguments.choice("anonymous", AnonymousRights.class);
    if (chosen.isPresent()) {
      return chosen.get();
    }
    if (arguments.has("users")) {
      return AnonymousRights.NONE;
    }
    if (!address.isLoopbackAddress()) {
      throw new UsageError(
          "On "
              + address.getHostAddress()
              + " others can reach the server: say who may come in with --users FILE, or"
              + " --anonymous read|write.");
    }
    return AnonymousRights.WRITE;
  }

  private static InetAddress address(String text) throws UsageError {
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException _) {
      throw new UsageError(
          "--listen cannot be '" + text + "'; give an address of this machine such as 127.0.0.1.");
    }
  }
}
