package dev.simpleftp.console.command;

import java.util.Arrays;
import java.util.Optional;

/// The ways to open a session, as the beginning of an address names them.
public enum Scheme {
  /// FTP, also where an address names nothing.
  FTP("ftp://", 21, true),
  /// FTP that must be protected by AUTH TLS (RFC 4217).
  FTPES("ftpes://", 21, true),
  /// FTP under TLS from the first byte, on a port of its own.
  FTPS("ftps://", 990, true),
  /// The dialect of the course paper: one flat directory, no login.
  CLASSROOM("classroom://", 2121, false),
  /// A practice server in the memory of this process.
  MEM("mem:", 21, false),
  /// The same, but it cuts the first big download in the middle.
  MEM_CUT("mem:?fault=cut", 21, false);

  private final String prefix;
  private final int port;
  private final boolean login;

  Scheme(String prefix, int port, boolean login) {
    this.prefix = prefix;
    this.port = port;
    this.login = login;
  }

  /// The scheme of this address, if it names one.
  static Optional<Scheme> of(String address) {
    return Arrays.stream(values())
        .filter(scheme -> scheme.isWhole() ? scheme.is(address) : scheme.begins(address))
        .findFirst();
  }

  /// How an address of this kind begins.
  public String prefix() {
    return prefix;
  }

  /// The port where nothing else is said.
  public int port() {
    return port;
  }

  /// Whether somebody must log in; otherwise everybody is a guest.
  public boolean hasLogin() {
    return login;
  }

  /// Whether it names files of an FTP server.
  boolean isFtp() {
    return this == FTP || isProtected();
  }

  /// Whether nothing goes in clear.
  public boolean isProtected() {
    return this == FTPES || this == FTPS;
  }

  /// Whether the prefix is the whole address.
  boolean isWhole() {
    return !prefix.endsWith("//");
  }

  private boolean is(String address) {
    return address.equalsIgnoreCase(prefix);
  }

  private boolean begins(String address) {
    return address.regionMatches(true, 0, prefix, 0, prefix.length());
  }
}
