package dev.simpleftp.socket.client;

import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.LosslessUtf8;
import dev.simpleftp.socket.tls.TlsChannel;
import dev.simpleftp.socket.wire.HostPort;
import dev.simpleftp.socket.wire.ListedLine;
import dev.simpleftp.socket.wire.ListingParser;
import dev.simpleftp.socket.wire.Reply;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Makes data connections in every passive way, and lists the first directory over one of them.
final class DataExamination {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /// So much of a listing is looked at; the rest of a bigger one is not needed.
  private static final int ENOUGH_LINES = 1000;

  private static final int LONG_LINE = 1024;

  private static final String BLOCKED =
      "Fix a range of passive ports in the server and open it in every firewall on the way.";

  private final ControlSession control;
  private final InstantSource clock;
  private final Consumer<Finding> findings;
  private boolean announced;
  private Optional<String> listedBy = Optional.empty();

  DataExamination(ControlSession control, InstantSource clock, Consumer<Finding> findings) {
    this.control = control;
    this.clock = clock;
    this.findings = findings;
  }

  /// Tries both ways and lists.
  ///
  /// @param facts whether the server has machine-readable listings
  /// @return a file of the first directory, if there is one
  Optional<FileEntry> run(boolean facts) throws IOException {
    boolean plain = tryPassive();
    Optional<SocketChannel> extended = dial(extendedPort(plain), "EPSV", plain);
    Optional<SocketChannel> data = extended;
    if (data.isEmpty() && plain) {
      data = dial(port(), "PASV", true);
    }
    if (data.isEmpty()) {
      problem("data", "no data connection: nothing can be listed or moved", BLOCKED);
      return Optional.empty();
    }
    try (SocketChannel open = data.get()) {
      return list(open, facts);
    }
  }

  /// The command that listed; empty when none did.
  Optional<String> listedBy() {
    return listedBy;
  }

  /// Comes first: what connects last is what the listing runs over.
  private boolean tryPassive() throws IOException {
    boolean six = control.remote().getAddress() instanceof Inet6Address;
    if (six) {
      return false;
    }
    Optional<SocketChannel> data = dial(port(), "PASV", false);
    if (data.isPresent()) {
      data.get().close();
      findings.accept(Finding.ok("PASV", "connects"));
    }
    return data.isPresent();
  }

  private int port() throws IOException {
    Reply reply = control.ask("PASV");
    Optional<HostPort> told = reply.code() == 227 ? HostPort.find(reply.text()) : Optional.empty();
    if (told.isEmpty()) {
      findings.accept(
          Finding.note("PASV", "refused: " + reply, "Clients without EPSV get no data here."));
      return 0;
    }
    announced(told.get());
    return told.get().port();
  }

  private void announced(HostPort told) {
    InetAddress address = control.remote().getAddress();
    if (!announced && !told.host().equals(address.getHostAddress())) {
      announced = true;
      findings.accept(
          Finding.note(
              "PASV",
              "announces %s, but is reached at %s".formatted(told.host(), address.getHostAddress()),
              "This program ignores that, others go astray: set the public address for passive"
                  + " connections in the server."));
    }
  }

  private int extendedPort(boolean otherWay) throws IOException {
    Reply reply = control.ask("EPSV");
    int port = reply.code() == 229 ? HostPort.findExtended(reply.text()).orElse(0) : 0;
    if (port == 0) {
      String advice = "IPv6 needs EPSV; switch it on in the server.";
      findings.accept(
          otherWay
              ? Finding.note("EPSV", "refused: " + reply, advice)
              : Finding.problem("EPSV", "refused: " + reply, advice));
    }
    return port;
  }

  /// Connects to the control connection's peer, whatever address was announced.
  private Optional<SocketChannel> dial(int port, String verb, boolean otherWay) {
    if (port == 0) {
      return Optional.empty();
    }
    try {
      var address = new InetSocketAddress(control.remote().getAddress(), port);
      SocketChannel data = Connector.connect(address, PATIENCE);
      if (verb.equals("EPSV")) {
        findings.accept(Finding.ok(verb, "connects"));
      }
      return Optional.of(data);
    } catch (IOException e) {
      String why = "no connection to its port %d: %s".formatted(port, e.getMessage());
      problem(
          verb,
          why,
          otherWay ? "A box on the way hinders EPSV; let its FTP helper know EPSV." : BLOCKED);
      return Optional.empty();
    }
  }

  private Optional<FileEntry> list(SocketChannel data, boolean facts) throws IOException {
    String verb = facts ? "MLSD" : "LIST";
    Reply first = control.ask(verb);
    if (facts && Lookup.isUnknownCommand(first)) {
      findings.accept(
          Finding.note("MLSD", "announced, but refused: " + first, "Let the server carry it out."));
      return list(data, false);
    }
    if (!first.isPreliminary() && !first.isCompletion()) {
      problem("listing", verb + " is refused: " + first, "Let this user read its first directory.");
      return Optional.empty();
    }
    List<String> lines = read(data);
    data.close();
    Reply last = first.isPreliminary() ? control.reply() : first;
    listedBy = Optional.of(verb);
    List<FileEntry> entries = entries(lines, facts);
    told(verb, last, lines, entries);
    return entries.stream().filter(FileEntry::isFile).findFirst();
  }

  private void told(String verb, Reply last, List<String> lines, List<FileEntry> entries) {
    int size = entries.size();
    String count = "%s with %d %s".formatted(verb, size, size == 1 ? "entry" : "entries");
    if (!last.isCompletion() && lines.size() < ENOUGH_LINES) {
      problem("listing", verb + " ends with " + last, "See the log of the server.");
    } else if (!lines.isEmpty() && entries.isEmpty() && verb.equals("LIST")) {
      problem("listing", "LIST in a form that is not known", "Ask for a server with MLSD.");
    } else if (verb.equals("LIST")) {
      findings.accept(
          Finding.note(
              "listing", count, "MLSD would give exact times and sizes; update the server."));
    } else {
      findings.accept(Finding.ok("listing", count));
    }
  }

  private List<FileEntry> entries(List<String> lines, boolean facts) {
    ListingParser parser = facts ? ListingParser.facts() : ListingParser.printed(clock.instant());
    return lines.stream()
        .map(parser::read)
        .filter(ListedLine.Entry.class::isInstance)
        .map(line -> ((ListedLine.Entry) line).entry())
        .toList();
  }

  /// The rest of a long listing is left; the server then says that it was broken off.
  private List<String> read(SocketChannel data) throws IOException {
    byte[] bytes = bytes(data);
    return LosslessUtf8.decode(bytes)
        .lines()
        .filter(line -> !line.isBlank())
        .limit(ENOUGH_LINES)
        .toList();
  }

  private byte[] bytes(SocketChannel data) throws IOException {
    int most = ENOUGH_LINES * LONG_LINE;
    if (control.dataTls().isEmpty()) {
      data.socket().setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
      return data.socket().getInputStream().readNBytes(most);
    }
    TlsChannel tls = control.dataTls().get().data(data, PATIENCE);
    ByteBuffer bytes = ByteBuffer.allocate(most);
    while (bytes.hasRemaining() && tls.read(bytes, PATIENCE) >= 0) {
      // Until close_notify.
    }
    tls.endOutput();
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  private void problem(String topic, String text, String advice) {
    findings.accept(Finding.problem(topic, text, advice));
  }
}
