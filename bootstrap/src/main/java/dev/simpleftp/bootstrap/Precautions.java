package dev.simpleftp.bootstrap;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What an administrator should hear before a server starts.
final class Precautions {
  private static final List<String> SECRETS =
      List.of("users", "tls-key", "tls-password-file", "tls-cert");
  private static final int FIRST_FREE_PORT = 1024;

  private Precautions() {}

  /// @param user who runs this process
  /// @throws UsageError when root would serve a port below 1024
  static void refuseRoot(ServerConfig config, String user) throws UsageError {
    if (!user.equals("root") || config.network().allowsRoot()) {
      return;
    }
    Optional<Integer> reserved =
        IntStream.concat(
                config.network().listen().stream().mapToInt(InetSocketAddress::getPort),
                config.tls().setup().flatMap(TlsSetup::implicitPort).stream().mapToInt(p -> p))
            .filter(port -> port > 0 && port < FIRST_FREE_PORT)
            .boxed()
            .findFirst();
    if (reserved.isPresent()) {
      throw new UsageError(
          ("Root does not serve port %d here: run as another user who has the capability"
                  + " CAP_NET_BIND_SERVICE, choose a port from 1024 on, or add --allow-root.")
              .formatted(reserved.get()));
    }
  }

  /// A sentence for each file that others may read or change and should not.
  static List<String> warnings(Arguments arguments) throws UsageError {
    List<String> warnings = new ArrayList<>();
    for (String option : SECRETS) {
      Optional<Path> file = arguments.path(option);
      if (file.isPresent()
          && holdsSecret(option, arguments)
          && may(file.get(), PosixFilePermission.OTHERS_READ)) {
        warnings.add("others may read %s; take that away with chmod 600.".formatted(file.get()));
      }
    }
    for (String option : Stream.concat(Stream.of("config"), SECRETS.stream()).toList()) {
      Optional<Path> file = arguments.path(option);
      if (file.isPresent() && may(file.get(), PosixFilePermission.OTHERS_WRITE)) {
        warnings.add("others may change %s; take that away with chmod go-w.".formatted(file.get()));
      }
    }
    return warnings;
  }

  private static boolean holdsSecret(String option, Arguments arguments) {
    return !option.equals("tls-cert") || !arguments.has("tls-key");
  }

  private static boolean may(Path file, PosixFilePermission permission) {
    try {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
      return permissions.contains(permission);
    } catch (IOException | UnsupportedOperationException _) {
      return false;
    }
  }
}
