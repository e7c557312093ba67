package dev.simpleftp.bootstrap;

import static dev.simpleftp.bootstrap.Arguments.value;

import dev.simpleftp.socket.tls.Authorities;
import dev.simpleftp.socket.tls.ClientTls;
import dev.simpleftp.socket.tls.Fingerprint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.cli.Options;

/// How a client protects its connections.
///
/// @param mode of addresses that say nothing of it
/// @param authorities who vouches for servers
/// @param trusted certificates that are trusted whoever shows them
record ClientTlsOptions(ClientTls.Mode mode, Authorities authorities, Set<Fingerprint> trusted) {
  /// Where nothing is said.
  static final ClientTlsOptions USUAL =
      new ClientTlsOptions(ClientTls.Mode.PREFER, Authorities.OF_THIS_MACHINE, Set.of());

  static Options add(Options options) {
    return options
        .addOption(
            value(
                "tls",
                "HOW",
                "required: never without TLS; prefer: where it is offered; none (default prefer)"))
        .addOption(value("ca", "FILE", "trust the authorities in this file, too (PEM, PKCS 12)"))
        .addOption(
            Arguments.values(
                "trust", "SHA256", "trust the certificate with this fingerprint; repeatable"));
  }

  /// @throws UsageError naming the first that cannot be
  static ClientTlsOptions read(Arguments arguments) throws UsageError {
    return new ClientTlsOptions(mode(arguments), authorities(arguments), trusted(arguments));
  }

  private static ClientTls.Mode mode(Arguments arguments) throws UsageError {
    Optional<Given> given = arguments.given("tls");
    if (given.isEmpty()) {
      return USUAL.mode;
    }
    return switch (given.get().value()) {
      case "required" -> ClientTls.Mode.REQUIRE;
      case "prefer" -> ClientTls.Mode.PREFER;
      case "none" -> ClientTls.Mode.NONE;
      default -> throw given.get().wrong("say required, prefer or none");
    };
  }

  private static Authorities authorities(Arguments arguments) throws UsageError {
    Optional<Path> file = arguments.path("ca");
    if (file.isEmpty()) {
      return USUAL.authorities;
    }
    try {
      return Authorities.and(file.get());
    } catch (IOException _) {
      throw arguments
          .given("ca")
          .orElseThrow()
          .wrong("name a file of certificates, in PEM or in PKCS 12 without a password");
    }
  }

  private static Set<Fingerprint> trusted(Arguments arguments) throws UsageError {
    Set<Fingerprint> trusted = new HashSet<>();
    for (Given given : arguments.values("trust")) {
      trusted.add(
          Fingerprint.read(given.value())
              .orElseThrow(() ->
                  given.wrong(
                      "give the SHA-256 fingerprint of a certificate: 64 hexadecimal digits")));
    }
    return trusted;
  }
}
