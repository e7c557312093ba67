package dev.simpleftp.console.command;

import dev.simpleftp.domain.Peer;
import dev.simpleftp.domain.Secret;
import java.util.List;
import java.util.Optional;

/// Whom to connect to, as `open` was told.
///
/// @param scheme how to open it
/// @param user the name to log in with, if one was given
/// @param password if one was given, which somebody may have seen
/// @param peer the machine and its port
/// @param directory the directory to enter after the login, if one was given; relative to the
///   login's home (RFC 1738 section 3.2.2)
/// @param bare whether nothing but a name was given, which may be that of a bookmark
public record OpenTarget(
    Scheme scheme,
    Optional<String> user,
    Optional<Secret> password,
    Peer peer,
    Optional<String> directory,
    boolean bare) {
  /// The port of FTP (RFC 959 section 8).
  public static final int FTP_PORT = 21;

  private static final String THIS_MACHINE = "127.0.0.1";

  public OpenTarget(Optional<String> user, Peer peer, Optional<String> directory) {
    this(Scheme.FTP, user, Optional.empty(), peer, directory, false);
  }

  /// Reads `PORT`, `[USER@]HOST [PORT]`, `[USER@]HOST:PORT` or an address with a [Scheme].
  ///
  /// Of an IPv6 address a port is told by brackets: `[::1]:2121`.
  public static OpenTarget of(List<String> words) throws BadCommand {
    String first = words.getFirst();
    boolean alone = words.size() == 1;
    Optional<Scheme> scheme = Scheme.of(first);
    if (scheme.isPresent() && alone) {
      return address(scheme.get(), first.substring(scheme.get().prefix().length()));
    }
    if (first.contains("://") || first.startsWith("mem:")) {
      throw new BadCommand(
          "Only ftp://, ftpes://, ftps:// and classroom:// addresses, mem: and mem:?fault=cut can be"
              + " opened, and without a port behind them.");
    }
    if (alone && isNumber(first)) {
      return new OpenTarget(Optional.empty(), peer(THIS_MACHINE, first), Optional.empty());
    }
    if (alone) {
      OpenTarget target = authority(Scheme.FTP, first, false, Optional.empty());
      return first.equals(target.peer.host()) ? target.bared() : target;
    }
    int at = first.lastIndexOf('@');
    return known(
        Scheme.FTP,
        credentials(first.substring(0, Math.max(0, at)), false),
        peer(first.substring(at + 1), words.getLast()),
        Optional.empty());
  }

  /// The name alone, if nothing but a name was given: it may be a bookmark.
  public Optional<String> bareName() {
    return bare ? Optional.of(peer.host()) : Optional.empty();
  }

  /// The same without its password.
  public OpenTarget withoutPassword() {
    return new OpenTarget(scheme, user, Optional.empty(), peer, directory, bare);
  }

  /// The same, with the protection that this scheme wants if it has none.
  public OpenTarget protectedAs(Scheme wanted) {
    return scheme == Scheme.FTP && wanted.isProtected() ? by(wanted) : this;
  }

  /// The same by way of another scheme.
  public OpenTarget by(Scheme other) {
    return new OpenTarget(other, user, password, peer, directory, bare);
  }

  /// The same in another directory.
  OpenTarget at(Optional<String> other) {
    return new OpenTarget(scheme, user, password, peer, other, bare && other.isEmpty());
  }

  /// The URL that [#of] reads as this target; a password is left out.
  public String url() {
    if (scheme.isWhole()) {
      return scheme.prefix();
    }
    return scheme.prefix()
        + user.map(name -> PercentText.encoded(name) + "@").orElse("")
        + peer
        + directory.map(OpenTarget::urlPath).orElse("");
  }

  /// A slash in front would mean nothing there, so it is escaped (RFC 1738 section 3.2.2).
  private static String urlPath(String path) {
    return path.startsWith("/")
        ? "/%2F" + PercentText.encoded(path.substring(1))
        : "/" + PercentText.encoded(path);
  }

  private static OpenTarget address(Scheme scheme, String rest) throws BadCommand {
    if (scheme.isWhole()) {
      var nobody = new Credentials(Optional.empty(), Optional.empty());
      return known(scheme, nobody, new Peer(THIS_MACHINE, scheme.port()), Optional.empty());
    }
    OpenTarget target = url(scheme, rest);
    if (!scheme.hasLogin() && target.user.isPresent()) {
      throw new BadCommand(
          "There are no users at " + scheme.prefix() + "; leave the name before the @ out.");
    }
    return target;
  }

  private static OpenTarget url(Scheme scheme, String rest) throws BadCommand {
    int slash = rest.indexOf('/');
    String authority = slash < 0 ? rest : rest.substring(0, slash);
    String path = slash < 0 ? "" : safe(PercentText.decoded(rest.substring(slash + 1)));
    return authority(
        scheme, authority, true, path.isEmpty() ? Optional.empty() : Optional.of(path));
  }

  private static OpenTarget authority(
      Scheme scheme, String text, boolean escaped, Optional<String> directory) throws BadCommand {
    int at = text.lastIndexOf('@');
    Credentials who = credentials(text.substring(0, Math.max(0, at)), escaped);
    String host = text.substring(at + 1);
    int colon = portColon(host);
    Peer peer =
        colon < 0
            ? peer(host, String.valueOf(scheme.port()))
            : peer(host.substring(0, colon), host.substring(colon + 1));
    return known(scheme, who, peer, directory);
  }

  /// Where the port begins; several colons without brackets are an IPv6 address without a port.
  private static int portColon(String host) {
    int last = host.lastIndexOf(':');
    boolean bracketed = host.startsWith("[");
    boolean port = bracketed ? last > host.indexOf(']') : last == host.indexOf(':');
    return port ? last : -1;
  }

  private static OpenTarget known(
      Scheme scheme, Credentials who, Peer peer, Optional<String> directory) {
    return new OpenTarget(scheme, who.user(), who.password(), peer, directory, false);
  }

  private OpenTarget bared() {
    return new OpenTarget(scheme, user, password, peer, directory, true);
  }

  private static Credentials credentials(String text, boolean escaped) throws BadCommand {
    if (text.isEmpty()) {
      return new Credentials(Optional.empty(), Optional.empty());
    }
    int colon = text.indexOf(':');
    String user = colon < 0 ? text : text.substring(0, colon);
    Optional<Secret> password =
        colon < 0
            ? Optional.empty()
            : Optional.of(Secret.of(plain(text.substring(colon + 1), escaped)));
    return new Credentials(Optional.of(plain(user, escaped)), password);
  }

  private record Credentials(Optional<String> user, Optional<Secret> password) {}

  private static String plain(String text, boolean escaped) throws BadCommand {
    return safe(escaped ? PercentText.decoded(text) : text);
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

  /// A line end would smuggle a second command into the session.
  static String safe(String text) throws BadCommand {
    if (text.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
      throw new BadCommand("An address must not contain a line end or NUL (%0d, %0a, %00).");
    }
    return text;
  }
}
