package dev.simpleftp.socket.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.domain.LosslessUtf8;
import dev.simpleftp.domain.OctetRange;
import dev.simpleftp.socket.wire.Command;
import dev.simpleftp.socket.wire.CommandCodec;
import dev.simpleftp.socket.wire.CommandRejected;
import dev.simpleftp.socket.wire.TransferMode;
import dev.simpleftp.socket.wire.TransferType;
import dev.simpleftp.socket.wire.Verb;
import java.net.InetAddress;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A server without wires: tells what must come of each command, from what came before it.
///
/// It takes the meaning of a line from [CommandCodec], which has tests of its own; everything
/// behind that it knows by itself. A new command without a row here does not compile.
final class ModelSession {
  private static final int LONGEST_LINE = 4096;
  private static final int MAX_STRANGE_LINES = 10;
  private static final int MAX_FAILED_LOGINS = 3;
  private static final int FIRST_FREE_PORT = 1024;
  private static final Set<Verb> SECURITY = EnumSet.of(Verb.AUTH, Verb.PBSZ, Verb.PROT, Verb.CCC);

  private final ModelState state;
  private final ModelFiles files;
  private final ModelTransfers transfers;

  ModelSession(ModelTree tree, String account) {
    state = new ModelState(tree, account);
    files = new ModelFiles(state);
    transfers = new ModelTransfers(state);
  }

  boolean isOver() {
    return state.over;
  }

  boolean isLoggedIn() {
    return state.loggedIn;
  }

  /// Whether a data connection is set up.
  boolean hasConnector() {
    return state.connector;
  }

  /// What must come of this line, as things are now.
  Forecast forecast(String line) {
    if (LosslessUtf8.length(line) > LONGEST_LINE) {
      return rejected("", 500);
    }
    Command command;
    try {
      command = CommandCodec.parse(line, SECURITY);
    } catch (CommandRejected rejected) {
      return rejected(line, rejected.reply().code());
    }
    Optional<Verb> verb = CommandCodec.peek(line);
    if (!state.loggedIn && verb.map(Verb::needsLogin).orElse(true)) {
      return rejected(line, 530);
    }
    if (!(command instanceof Command.RenameTo)) {
      state.renameFrom = null;
    }
    return of(command);
  }

  /// Before the login nobody may guess for long, and a web browser not at all.
  private Forecast rejected(String line, int code) {
    state.renameFrom = null;
    boolean strange = !state.loggedIn && CommandCodec.peek(line).isEmpty();
    state.strangeLines += strange ? 1 : 0;
    boolean tooStrange =
        state.strangeLines > MAX_STRANGE_LINES || (strange && line.contains(" HTTP/"));
    return tooStrange ? ends(421) : Forecast.of(code);
  }

  private Forecast ends(int code) {
    state.over = true;
    return Forecast.of(code);
  }

  private Forecast of(Command command) {
    return switch (command) {
      case Command.Access c -> access(c);
      case Command.Security _ -> Forecast.of(502);
      case Command.Parameter c -> parameter(c);
      case Command.Transfer c -> transfers.forecast(c);
      case Command.Tree c -> files.tree(c);
      case Command.Attribute c -> files.attribute(c);
      case Command.Integrity c -> files.integrity(c);
      case Command.Information c -> information(c);
    };
  }

  private Forecast access(Command.Access command) {
    return switch (command) {
      case Command.User(var name) -> {
        state.endSession();
        state.user = name;
        yield Forecast.of(331);
      }
      case Command.Pass(var secret) -> pass(secret.reveal());
      case Command.Account() -> Forecast.of(202);
      case Command.Reinitialize() -> {
        state.endSession();
        state.user = null;
        yield Forecast.of(220);
      }
      case Command.Host() -> {
        if (state.loggedIn) {
          yield Forecast.of(503);
        }
        state.user = null;
        yield Forecast.of(220);
      }
      case Command.Quit() -> ends(221);
    };
  }

  private Forecast pass(String secret) {
    String user = state.user;
    state.user = null;
    if (user == null) {
      return Forecast.of(503);
    }
    if (user.equals(state.account) && secret.equals(FuzzServer.PASSWORD)) {
      state.loggedIn = true;
      state.failedLogins = 0;
      return Forecast.of(230);
    }
    state.failedLogins++;
    return state.failedLogins >= MAX_FAILED_LOGINS ? ends(421) : Forecast.of(530);
  }

  private Forecast parameter(Command.Parameter command) {
    return switch (command) {
      case Command.Type(var type) -> {
        state.ascii = type == TransferType.ASCII;
        yield Forecast.of(200);
      }
      case Command.Mode(var mode) -> Forecast.of(mode == TransferMode.STREAM ? 200 : 504);
      case Command.CompressionLevel _ -> Forecast.of(501);
      case Command.Structure() -> Forecast.of(200);
      case Command.Passive() -> state.onlyExtendedPassive ? Forecast.of(503) : connects(227);
      case Command.ExtendedPassive(var family) ->
          family == Command.Family.IPV6 ? Forecast.of(522) : connects(229);
      case Command.OnlyExtendedPassive() -> {
        state.onlyExtendedPassive = true;
        yield Forecast.of(200);
      }
      case Command.Active(var host, var port) -> active(host, port);
      case Command.Restart(var offset) -> {
        state.range(OctetRange.WHOLE);
        state.transferRange = OctetRange.from(offset);
        yield Forecast.of(350);
      }
      case Command.Range(var first, var last) -> range(first, last);
      case Command.Allocate(var octets) -> allocate(octets);
    };
  }

  private Forecast connects(int code) {
    state.connector = true;
    return Forecast.of(code);
  }

  private Forecast active(String host, int port) {
    if (state.onlyExtendedPassive) {
      return Forecast.of(503);
    }
    InetAddress address = literal(host);
    if (address == null) {
      return Forecast.of(501);
    }
    boolean own = address.equals(InetAddress.ofLiteral("127.0.0.1")) || address.isAnyLocalAddress();
    return own && port >= FIRST_FREE_PORT ? connects(200) : Forecast.of(504);
  }

  private static @Nullable InetAddress literal(String host) {
    try {
      return InetAddress.ofLiteral(host);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  private Forecast range(long first, long last) {
    state.range(OctetRange.WHOLE);
    if (last < first) {
      return Forecast.of(first == 1 && last == 0 ? 350 : 501);
    }
    state.range(new OctetRange(first, last == Long.MAX_VALUE ? last : last + 1));
    return Forecast.of(350);
  }

  /// Only a store that is nearly full, or a number beyond all bounds, makes it 452.
  private Forecast allocate(long octets) {
    Forecast forecast = octets < (1L << 20) ? Forecast.of(200) : Forecast.of(200, 452);
    return forecast.then(() -> state.allocated = OptionalLong.of(octets));
  }

  private Forecast information(Command.Information command) {
    return switch (command) {
      case Command.SystemKind() -> Forecast.of(215);
      case Command.Features() -> Forecast.of(211);
      case Command.OptionUtf8(), Command.OptionMlst _ -> Forecast.of(200);
      case Command.Status() ->
          Forecast.of(211)
              .hears(reply -> assertThat(reply.text()).contains("as " + state.account + " "));
      case Command.Help(var verb) ->
          Forecast.of(verb.filter(SECURITY::contains).isPresent() ? 501 : 214);
      case Command.SiteHelp() -> Forecast.of(214);
      case Command.ClientName(), Command.ClientAndServer(), Command.Language() -> Forecast.of(200);
      case Command.NoOperation() -> Forecast.of(200);
      case Command.Abort() -> Forecast.of(226);
    };
  }
}
