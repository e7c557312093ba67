package dev.simpleftp.bootstrap;

import dev.simpleftp.bootstrap.tls.KeptSelfSigned;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What an administrator should hear before a server starts.
final class Precautions {
  private static final List<String> SECRETS =
      List.of("users", "tls-key", "tls-password-file", "tls-cert");

  /// Files that say who is let in and what is served, without a secret in them.
  private static final List<String> DECISIONS = List.of("config", "tls-client-ca");

  private static final int FIRST_FREE_PORT = 1024;

  private Precautions() {}

  /// @param user who runs this process
  /// @throws UsageError when root would serve a port below 1024
  static void refuseRoot(ServerConfig config, String user) throws UsageError {
    if (!user.equals("root") || config.network().allowsRoot()) {
      return;
    }
    Optional<Integer> reserved =
        Stream.of(
                config.network().listen().stream().map(InetSocketAddress::getPort),
                config.tls().setup().flatMap(TlsSetup::implicitPort).stream(),
                config.classroom().port().stream())
            .flatMap(ports -> ports)
            .filter(port -> port > 0 && port < FIRST_FREE_PORT)
            .findFirst();
    if (reserved.isPresent()) {
      throw new UsageError(
          ("Root does not serve port %d here: run as another user who has the capability"
                  + " CAP_NET_BIND_SERVICE, choose a port from 1024 on, or add --allow-root.")
              .formatted(reserved.get()));
    }
  }

  /// A sentence for each file that its group or others may read or change and should not.
  static List<String> warnings(Arguments arguments, TlsOptions tls) throws UsageError {
    List<Path> secret = new ArrayList<>();
    List<Path> trusted = new ArrayList<>();
    for (String option : SECRETS) {
      Optional<Path> file = arguments.path(option);
      file.ifPresent(trusted::add);
      file.filter(_ -> holdsSecret(option, arguments)).ifPresent(secret::add);
    }
    for (String option : DECISIONS) {
      arguments.path(option).ifPresent(trusted::add);
    }
    for (Path kept : kept(tls).stream().toList()) {
      secret.add(kept);
      trusted.add(kept);
    }
    return Stream.concat(
            secret.stream().distinct().flatMap(file -> warning(file, Access.READ)),
            trusted.stream().distinct().flatMap(file -> warning(file, Access.CHANGE)))
        .toList();
  }

  private static boolean holdsSecret(String option, Arguments arguments) {
    return !option.equals("tls-cert") || !arguments.has("tls-key");
  }

  private static Optional<Path> kept(TlsOptions tls) {
    return tls.setup()
        .map(TlsSetup::certificates)
        .flatMap(source ->
            source instanceof KeptSelfSigned own ? Optional.of(own.file()) : Optional.empty());
  }

  private static Stream<String> warning(Path file, Access access) {
    return access.of(file).stream()
        .map(who ->
            "%s may %s %s; take that away with chmod %s."
                .formatted(who, access.verb, file, access.mode));
  }

  /// What only the owner of a file should be able to do with it.
  private enum Access {
    READ("read", "go-rw", PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ),
    CHANGE("change", "go-w", PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private final String verb;
    private final String mode;
    private final PosixFilePermission group;
    private final PosixFilePermission others;

    Access(String verb, String mode, PosixFilePermission group, PosixFilePermission others) {
      this.verb = verb;
      this.mode = mode;
      this.group = group;
      this.others = others;
    }

    /// Who else can do it, if anybody.
    Optional<String> of(Path file) {
      try {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        if (permissions.contains(others)) {
          return Optional.of("others");
        }
        return permissions.contains(group) ? Optional.of("its group") : Optional.empty();
      } catch (IOException | UnsupportedOperationException _) {
        return Optional.empty();
      }
    }
  }
}
