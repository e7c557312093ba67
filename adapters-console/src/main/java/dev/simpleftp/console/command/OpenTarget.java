package dev.simpleftp.console.command;

import dev.simpleftp.domain.LosslessUtf8;
import dev.simpleftp.domain.Peer;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Whom to connect to, as `open` was told.
///
/// @param scheme how to open it
/// @param user the name to log in with, if one was given
/// @param peer the machine and its port
/// @param directory the directory to enter after the login, if one was given; relative to the
///   login's home (RFC 1738 section 3.2.2)
public record OpenTarget(
    Scheme scheme, Optional<String> user, Peer peer, Optional<String> directory) {
  /// The port of FTP (RFC 959 section 8).
  public static final int FTP_PORT = 21;

  private static final String THIS_MACHINE = "127.0.0.1";

  /// Reads `PORT`, `[USER@]HOST [PORT]` or an address with a [Scheme].
  public static OpenTarget of(List<String> words) throws BadCommand {
    String first = words.getFirst();
    boolean alone = words.size() == 1;
    Optional<Scheme> scheme = Scheme.of(first);
    if (scheme.isPresent() && alone) {
      return address(scheme.get(), first.substring(scheme.get().prefix().length()));
    }
    if (first.contains("://") || first.startsWith("mem:")) {
      throw new BadCommand(
          "Only ftp:// and classroom:// addresses, mem: and mem:?fault=cut can be opened, and"
              + " without a port behind them.");
    }
    if (alone && isNumber(first)) {
      return new OpenTarget(
          Scheme.FTP, Optional.empty(), peer(THIS_MACHINE, first), Optional.empty());
    }
    String port = alone ? String.valueOf(FTP_PORT) : words.getLast();
    return authority(first, "", port, Optional.empty());
  }

  private static OpenTarget address(Scheme scheme, String rest) throws BadCommand {
    if (scheme.isWhole()) {
      return new OpenTarget(
          scheme, Optional.empty(), new Peer(THIS_MACHINE, scheme.port()), Optional.empty());
    }
    OpenTarget target = url(scheme, rest);
    if (!scheme.hasLogin() && target.user.isPresent()) {
      throw new BadCommand(
          "There are no users at " + scheme.prefix() + "; leave the name before the @ out.");
    }
    return new OpenTarget(scheme, target.user, target.peer, target.directory);
  }

  private static OpenTarget url(Scheme scheme, String rest) throws BadCommand {
    int slash = rest.indexOf('/');
    String authority = slash < 0 ? rest : rest.substring(0, slash);
    String path = slash < 0 ? "" : decoded(rest.substring(slash + 1));
    Optional<String> directory = path.isEmpty() ? Optional.empty() : Optional.of(path);
    int at = authority.lastIndexOf('@');
    String user = at < 0 ? "" : authority.substring(0, at + 1);
    String host = authority.substring(at + 1);
    int colon = host.lastIndexOf(':');
    if (colon < 0 || host.endsWith("]")) {
      return authority(user + host, "%", String.valueOf(scheme.port()), directory);
    }
    String port = host.substring(colon + 1);
    return authority(user + host.substring(0, colon), "%", port, directory);
  }

  /// @param escape what begins an escaped byte of the user's name; empty when nothing does
  private static OpenTarget authority(
      String text, String escape, String port, Optional<String> directory) throws BadCommand {
    int at = text.lastIndexOf('@');
    Optional<String> user = Optional.empty();
    if (at > 0) {
      user = Optional.of(user(text.substring(0, at), escape));
    }
    return new OpenTarget(Scheme.FTP, user, peer(text.substring(at + 1), port), directory);
  }

  private static String user(String text, String escape) throws BadCommand {
    if (text.contains(":")) {
      throw new BadCommand(
          "A password does not belong in an address, where others can read it."
              + " Leave it out: you are asked for it, or it is read from ~/.netrc or from"
              + " SIMPLEFTP_PASSWORD.");
    }
    return escape.isEmpty() ? safe(text) : decoded(text);
  }

  private static Peer peer(String host, String port) throws BadCommand {
    String bare =
        host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    if (bare.isEmpty() || !bare.chars().allMatch(OpenTarget::isHostCharacter)) {
      throw new BadCommand("'" + host + "' is no host: give a name or an address.");
    }
    try {
      return new Peer(bare, Integer.parseInt(port));
    } catch (IllegalArgumentException _) {
      throw new BadCommand("'" + port + "' is no port: give a number from 1 to 65535.");
    }
  }

  private static boolean isHostCharacter(int c) {
    return Character.isLetterOrDigit(c) || ".-_:%".indexOf(c) >= 0;
  }

  private static boolean isNumber(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /// Takes the `%41` of a URL (RFC 3986 section 2.1) for the bytes they stand for.
  private static String decoded(String text) throws BadCommand {
    byte[] raw = LosslessUtf8.encode(text);
    var bytes = new ByteArrayOutputStream();
    for (int i = 0; i < raw.length; i++) {
      if (raw[i] == '%') {
        bytes.write(octet(raw, i));
        i += 2;
      } else {
        bytes.write(raw[i]);
      }
    }
    return safe(LosslessUtf8.decode(bytes.toByteArray()));
  }

  private static int octet(byte[] raw, int at) throws BadCommand {
    boolean good =
        at + 2 < raw.length
            && HexFormat.isHexDigit(raw[at + 1])
            && HexFormat.isHexDigit(raw[at + 2]);
    if (!good) {
      throw new BadCommand(
          "A % in an address must be followed by two hexadecimal digits: %25 is a %.");
    }
    return HexFormat.fromHexDigit(raw[at + 1]) * 16 + HexFormat.fromHexDigit(raw[at + 2]);
  }

  /// A line end would smuggle a second command into the session.
  private static String safe(String text) throws BadCommand {
    if (text.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
      throw new BadCommand("An address must not contain a line end or NUL (%0d, %0a, %00).");
    }
    return text;
  }
}
