package dev.simpleftp.e2e;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/// How a server is to run.
///
/// @param root the directory it serves; its parent is the test's own and holds nothing else
/// @param port where it listens on 127.0.0.1; 0 for any that is free
/// @param passivePorts where it listens for data; any that is free if empty, so that servers beside
///   each other never clash
/// @param zone the time zone it thinks it is in, as POSIX writes it (`TZ`); servers that print
///   listings in local time do so then
/// @param protection by TLS; then it does nothing in clear
record ServerSetup(
    Path root,
    int port,
    Optional<Ports> passivePorts,
    String zone,
    Optional<Protection> protection) {
  private static final String UTC = "UTC0";

  /// On any port, in UTC.
  static ServerSetup over(Path root) {
    return new ServerSetup(root, 0, Optional.empty(), UTC, Optional.empty());
  }

  ServerSetup on(int port) {
    return new ServerSetup(root, port, passivePorts, zone, protection);
  }

  ServerSetup withPassivePorts(int first, int last) {
    return new ServerSetup(root, port, Optional.of(new Ports(first, last)), zone, protection);
  }

  ServerSetup in(String zone) {
    return new ServerSetup(root, port, passivePorts, zone, protection);
  }

  /// Under TLS with this certificate, after AUTH.
  ServerSetup showing(TestCertificate shown) {
    return protectedBy(new Protection(shown, false));
  }

  /// Under TLS with this certificate, from the first byte.
  ServerSetup showingAtOnce(TestCertificate shown) {
    return protectedBy(new Protection(shown, true));
  }

  private ServerSetup protectedBy(Protection other) {
    return new ServerSetup(root, port, passivePorts, zone, Optional.of(other));
  }

  /// Whether it says nothing before TLS.
  boolean isImplicit() {
    return protection.filter(Protection::implicit).isPresent();
  }

  /// A line of settings for TLS, or nothing without it.
  String tls(Function<Protection, String> line) {
    return protection.map(line).orElse("");
  }

  /// Whether listings in local time are wanted.
  boolean isElsewhere() {
    return !zone.equals(UTC);
  }

  /// A line of settings for the passive ports, or nothing where any will do.
  String passive(Function<Ports, String> line) {
    return passivePorts.map(line).orElse("");
  }

  /// TLS of a server.
  ///
  /// @param certificate what it shows
  /// @param implicit whether it begins before the first reply
  record Protection(TestCertificate certificate, boolean implicit) {
    /// One of two words.
    String choose(String ifImplicit, String ifExplicit) {
      return implicit ? ifImplicit : ifExplicit;
    }
  }

  /// Port numbers, both included.
  record Ports(int first, int last) {}
}
