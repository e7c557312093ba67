package dev.simpleftp.bootstrap;

import static dev.simpleftp.bootstrap.Arguments.flag;
import static dev.simpleftp.bootstrap.Arguments.value;

import dev.simpleftp.bootstrap.tls.CertificateFiles;
import dev.simpleftp.bootstrap.tls.CertificateSource;
import dev.simpleftp.bootstrap.tls.CommonName;
import dev.simpleftp.bootstrap.tls.KeptSelfSigned;
import dev.simpleftp.bootstrap.tls.KeyPassword;
import dev.simpleftp.bootstrap.tls.SelfSigned;
import dev.simpleftp.socket.tls.TlsPolicy;
import dev.simpleftp.socket.tls.TlsPolicy.ClientCertificate;
import dev.simpleftp.socket.tls.TlsPolicy.DataSession;
import dev.simpleftp.socket.tls.TlsPolicy.Demand;
import dev.simpleftp.socket.tls.TlsPolicy.ProvenUser;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.cli.OptionGroup;
import org.apache.commons.cli.Options;

/// Whether connections are protected, and how.
///
/// @param setup empty where everything goes in clear
record TlsOptions(Optional<TlsSetup> setup) {
  static final TlsOptions OFF = new TlsOptions(Optional.empty());

  private static final int LAST_PORT = 65_535;
  private static final List<String> FILES =
      List.of("tls-cert", "tls-key", "tls-password-file", "tls-client-ca");

  /// Those that mean nothing without TLS.
  private static final List<String> NEED_TLS =
      List.of(
          "implicit-tls-port",
          "tls-client-auth",
          "tls-client-ca",
          "tls-client-login",
          "tls-data-session");

  /// The answers to `--tls`.
  private enum Offer {
    NONE,
    OPTIONAL,
    REQUIRED
  }

  /// Whether nothing may be said in clear.
  boolean isRequired() {
    return setup.filter(its -> its.policy().demand() == Demand.REQUIRED).isPresent();
  }

  /// Whether the certificate is made by this program.
  boolean makesCertificate() {
    return setup.filter(its -> its.certificates().isMadeHere()).isPresent();
  }

  static void add(Options options) {
    options
        .addOption(
            value(
                "tls",
                "none|optional|required",
                "protect connections (default: optional with a certificate, else none)"))
        .addOptionGroup(
            new OptionGroup()
                .addOption(
                    value("tls-cert", "FILE", "the certificate: PEM, or PKCS 12 with its key"))
                .addOption(
                    flag("tls-self-signed", "make a certificate once, and keep it for this user")))
        .addOption(value("tls-key", "FILE", "the key of the certificate, PEM"))
        .addOption(
            value(
                "tls-password-file",
                "FILE",
                "the password of the key (default: the variable SIMPLEFTP_TLS_PASSWORD)"))
        .addOption(
            value("implicit-tls-port", "N", "listen on this port too, for TLS from the start"))
        .addOption(
            value(
                "tls-client-auth",
                "none|want|need",
                "whether clients show certificates (default none)"))
        .addOption(value("tls-client-ca", "FILE", "who may have issued them, PEM"))
        .addOption(
            flag(
                "tls-client-login", "let in the user whom a certificate names, without a password"))
        .addOption(
            value(
                "tls-data-session",
                "require|prefer|off",
                "whether data connections must resume the TLS session (default prefer)"));
  }

  /// What surrounds the options.
  ///
  /// @param variables of the environment
  /// @param state the directory where programs of this user keep what they have made
  /// @param listen where the server listens
  /// @param hostName of this machine, if it is known
  record Surroundings(
      Map<String, String> variables,
      Path state,
      List<InetSocketAddress> listen,
      Optional<String> hostName) {}

  /// @throws UsageError naming the first that cannot be, also what is wrong with the files
  static TlsOptions read(Arguments arguments, Surroundings around) throws UsageError {
    Optional<CertificateSource> source = source(arguments, around);
    Optional<Offer> asked = arguments.choice("tls", Offer.class);
    if (source.isEmpty() && asked.filter(offer -> offer != Offer.NONE).isPresent()) {
      throw new UsageError(
          "--tls %s needs a certificate; add --tls-cert FILE or --tls-self-signed."
              .formatted(arguments.value("tls").orElseThrow()));
    }
    if (source.isEmpty() || asked.equals(Optional.of(Offer.NONE))) {
      refuseRest(arguments);
      return OFF;
    }
    var setup =
        new TlsSetup(
            source.get(),
            arguments.path("tls-client-ca"),
            policy(arguments, asked.orElse(Offer.OPTIONAL)),
            arguments.number("implicit-tls-port", 0, LAST_PORT));
    check(setup, arguments);
    return new TlsOptions(Optional.of(setup));
  }

  /// Whether this is the name of one of these options.
  static boolean isOne(String name) {
    var options = new Options();
    add(options);
    return options.hasLongOption(name);
  }

  /// The files that are read again when they change.
  static List<Path> files(Arguments arguments) throws UsageError {
    var files = Stream.<Path>builder();
    for (String option : FILES) {
      arguments.path(option).ifPresent(files);
    }
    return files.build().toList();
  }

  private static Optional<CertificateSource> source(Arguments arguments, Surroundings around)
      throws UsageError {
    Optional<Path> certificate = arguments.path("tls-cert");
    if (arguments.has("tls-key") && certificate.isEmpty()) {
      throw new UsageError("--tls-key needs the certificate of the key; add --tls-cert FILE.");
    }
    if (arguments.has("tls-self-signed")) {
      return Optional.of(new KeptSelfSigned(around.state(), selfSigned(around)));
    }
    var password =
        new KeyPassword(
            arguments.path("tls-password-file"),
            Optional.ofNullable(around.variables().get(KeyPassword.VARIABLE)));
    Optional<Path> key = arguments.path("tls-key");
    return certificate.map(file -> new CertificateFiles(file, key, password));
  }

  private static SelfSigned selfSigned(Surroundings around) {
    return new SelfSigned(
        Stream.concat(Stream.of("localhost"), around.hostName().stream()).toList(),
        around.listen().stream()
            .map(InetSocketAddress::getAddress)
            .filter(address -> !address.isAnyLocalAddress())
            .toList(),
        InstantSource.system());
  }

  private static void refuseRest(Arguments arguments) throws UsageError {
    for (String option : NEED_TLS) {
      if (arguments.has(option)) {
        throw new UsageError(
            "--%s means something with TLS only; add --tls-cert FILE or --tls-self-signed."
                .formatted(option));
      }
    }
  }

  private static TlsPolicy policy(Arguments arguments, Offer offer) throws UsageError {
    ClientCertificate clients =
        arguments.choice("tls-client-auth", ClientCertificate.class).orElse(ClientCertificate.NONE);
    if (clients != ClientCertificate.NONE && !arguments.has("tls-client-ca")) {
      throw new UsageError(
          "--tls-client-auth needs to know whose certificates are good; add --tls-client-ca FILE.");
    }
    if (clients == ClientCertificate.NONE && arguments.has("tls-client-ca")) {
      throw new UsageError(
          "--tls-client-ca means nothing while no client is asked; add --tls-client-auth want or"
              + " need.");
    }
    if (clients == ClientCertificate.NONE && arguments.has("tls-client-login")) {
      throw new UsageError(
          "--tls-client-login means nothing while no client is asked; add --tls-client-auth want or"
              + " need.");
    }
    return TlsPolicy.OPTIONAL
        .demand(offer == Offer.REQUIRED ? Demand.REQUIRED : Demand.OPTIONAL)
        .clientCertificate(clients)
        .users(arguments.has("tls-client-login") ? CommonName::of : ProvenUser.NOBODY)
        .dataSession(
            arguments.choice("tls-data-session", DataSession.class).orElse(DataSession.PREFER));
  }

  /// What stands in files is read now; what would be made is made at the start.
  private static void check(TlsSetup setup, Arguments arguments) throws UsageError {
    if (arguments.has("tls-self-signed")) {
      return;
    }
    try {
      setup.load();
    } catch (IOException e) {
      throw new UsageError(String.valueOf(e.getMessage()));
    }
  }
}
