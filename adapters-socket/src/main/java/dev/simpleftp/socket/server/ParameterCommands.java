package dev.simpleftp.socket.server;

import dev.simpleftp.application.port.in.UseCases;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.domain.OctetRange;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.socket.channel.ActiveDialer;
import dev.simpleftp.socket.channel.PassiveListener;
import dev.simpleftp.socket.channel.Route;
import dev.simpleftp.socket.wire.Command;
import dev.simpleftp.socket.wire.Command.Family;
import dev.simpleftp.socket.wire.HostPort;
import dev.simpleftp.socket.wire.Reply;
import dev.simpleftp.socket.wire.TransferMode;
import dev.simpleftp.socket.wire.TransferType;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// TYPE, MODE, STRU, PASV, EPSV, PORT, EPRT, REST, RANG, ALLO: how the next transfers go (RFC 959
/// §4.1.2, RFC 2428, RFC 3659).
final class ParameterCommands {
  private static final int FIRST_FREE_PORT = 1024;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Conversation conversation;
  private final UseCases useCases;
  private final FtpServerConfig config;

  ParameterCommands(Conversation conversation, UseCases useCases, FtpServerConfig config) {
    this.conversation = conversation;
    this.useCases = useCases;
    this.config = config;
  }

  Reply carryOut(Command.Parameter command) throws IOException {
    return switch (command) {
      case Command.Type(var type) -> type(type);
      case Command.Mode(var mode) -> mode(mode);
      case Command.CompressionLevel(var level) -> compressionLevel(level);
      case Command.Structure() -> Reply.of(200, "Structure is file.");
      case Command.Passive() -> passive();
      case Command.ExtendedPassive(var family) -> extendedPassive(family);
      case Command.OnlyExtendedPassive() -> onlyExtendedPassive();
      case Command.Active(var host, var port) -> active(host, port);
      case Command.Restart(var offset) -> restart(offset);
      case Command.Range(var first, var last) -> range(first, last);
      case Command.Allocate(var octets) -> allocate(octets);
    };
  }

  private Reply type(TransferType type) {
    conversation.state().type(type);
    return Reply.of(200, type == TransferType.ASCII ? "Type is ASCII." : "Type is image.");
  }

  /// 504 for MODE Z where it is not offered, 200.
  private Reply mode(TransferMode mode) {
    if (mode == TransferMode.DEFLATE && config.offer().compression().isEmpty()) {
      return Reply.of(504, "Only S is supported.");
    }
    conversation.state().mode(mode);
    return Reply.of(200, mode == TransferMode.STREAM ? "Mode is stream." : "Mode is deflate.");
  }

  private Reply compressionLevel(int level) {
    if (config.offer().compression().isEmpty()) {
      return Reply.of(501, "No such option; FEAT lists the features.");
    }
    conversation.state().compressionLevel(level);
    return Reply.of(200, "MODE Z LEVEL set to " + level + ".");
  }

  /// 452 where the store knows that there is less room, 200.
  private Reply allocate(long octets) throws IOException {
    Session session = conversation.session();
    OptionalLong room = UploadRoom.in(session.workingDirectory(), useCases.describe(), session);
    if (room.isPresent() && room.getAsLong() < octets) {
      throw new Refused(Refusal.NO_SPACE);
    }
    conversation.state().allocate(octets);
    return Reply.of(200, "The next upload must bring " + octets + " octets.");
  }

  private Reply restart(long offset) {
    conversation.state().restartAt(offset);
    return Reply.of(350, "The next transfer starts at octet " + offset + ".");
  }

  /// 350 also for `1 0`, which means all; 501 for any other range that ends before it begins.
  /// Either way no earlier range is left (draft-bryan-ftp-range §3).
  private Reply range(long first, long last) {
    conversation.state().range(OctetRange.WHOLE);
    if (first == 1 && last == 0) {
      return Reply.of(350, "The next transfer is of the whole file.");
    }
    if (last < first) {
      return Reply.of(501, "The last octet lies before the first; the whole file is meant now.");
    }
    conversation.state().range(new OctetRange(first, Math.max(last + 1, last)));
    return Reply.of(350, "The next transfer is of the octets " + first + " to " + last + ".");
  }

  /// 503 after EPSV ALL, 425 on IPv6 or when no port is free, 227.
  private Reply passive() throws IOException {
    if (conversation.state().onlyExtendedPassive()) {
      return Reply.of(503, "After EPSV ALL only EPSV is allowed.");
    }
    Route route = conversation.route();
    if (!(route.reached() instanceof Inet4Address reached)) {
      return Reply.of(425, "PASV needs IPv4; use EPSV.");
    }
    InetAddress client = route.client().getAddress();
    Inet4Address announced = config.passiveAddresses().towards(client).orElse(reached);
    return listen(port -> {
      String numbers = new HostPort(numbers(announced), port).sixNumbers();
      return Reply.of(227, "Entering Passive Mode (" + numbers + ").");
    });
  }

  /// 522 for the other address family, 425 when no port is free, 229.
  private Reply extendedPassive(Family family) throws IOException {
    boolean ipv4 = conversation.route().reached() instanceof Inet4Address;
    if (family == (ipv4 ? Family.IPV6 : Family.IPV4)) {
      return Reply.of(522, "Network protocol not supported, use (" + (ipv4 ? 1 : 2) + ")");
    }
    return listen(port -> Reply.of(229, "Entering Extended Passive Mode (|||" + port + "|)"));
  }

  /// 503 after EPSV ALL, 501 no address, 504 not the client's own address or a port below 1024 (RFC
  /// 2577 §3): refused before anything is sent there, 200.
  private Reply active(String host, int port) throws IOException {
    if (conversation.state().onlyExtendedPassive()) {
      return Reply.of(503, "After EPSV ALL only EPSV is allowed.");
    }
    Optional<InetAddress> address = address(host);
    if (address.isEmpty()) {
      return Reply.of(501, "An address of digits is expected.");
    }
    InetAddress client = conversation.route().client().getAddress();
    // An unspecified address means "where I am": the connection goes to the client in any case.
    boolean own = address.get().equals(client) || address.get().isAnyLocalAddress();
    if (!own || port < FIRST_FREE_PORT) {
      return Reply.of(504, "Only your own address and a port from 1024 on are allowed.");
    }
    return dial(new InetSocketAddress(client, port));
  }

  private Reply dial(InetSocketAddress target) throws IOException {
    conversation.state().closeConnector();
    try {
      conversation.state().connector(ActiveDialer.to(target, conversation.route().source()));
      return Reply.of(200, "The next data connection goes to your port " + target.getPort() + ".");
    } catch (IOException _) {
      return Reply.of(425, "No data connection can be made now; try again later.");
    }
  }

  /// Reads the digits of an address in any spelling; no name is looked up.
  private static Optional<InetAddress> address(String host) {
    try {
      return Optional.of(InetAddress.ofLiteral(host));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private Reply onlyExtendedPassive() {
    conversation.state().allowOnlyExtendedPassive();
    return Reply.of(200, "From now on only EPSV is allowed.");
  }

  private Reply listen(IntFunction<Reply> announcement) throws IOException {
    conversation.state().closeConnector();
    try {
      var listener = PassiveListener.open(config.passivePorts(), conversation.route(), RANDOM);
      conversation.state().connector(listener);
      return announcement.apply(listener.port());
    } catch (IOException _) {
      return Reply.of(425, "No port is free for a data connection; try again later.");
    }
  }

  private static List<Integer> numbers(InetAddress address) {
    byte[] bytes = address.getAddress();
    return IntStream.range(0, bytes.length).map(i -> bytes[i] & 0xFF).boxed().toList();
  }
}
