package dev.simpleftp.bootstrap;

import static dev.simpleftp.bootstrap.Arguments.value;

import java.util.Optional;
import org.apache.commons.cli.Options;

/// Whether the dialect of the course paper is served beside FTP.
///
/// @param port where on the loopback address; 0 takes any free one
record ClassroomOptions(Optional<Integer> port) {
  static final ClassroomOptions OFF = new ClassroomOptions(Optional.empty());

  private static final int LAST_PORT = 65_535;

  static void add(Options options) {
    options.addOption(
        value(
            "classroom-port",
            "N",
            "serve the course paper's raw ls, get, put, quit to guests on this loopback port too"
                + " (default: off)"));
  }

  /// @param anonymous what guests may do: the dialect knows no other users
  /// @param tls whether all must be protected: the dialect knows no TLS
  static ClassroomOptions read(Arguments arguments, AnonymousRights anonymous, TlsOptions tls)
      throws UsageError {
    Optional<Integer> port = arguments.number("classroom-port", 0, LAST_PORT);
    if (port.isPresent() && anonymous == AnonymousRights.NONE) {
      throw new UsageError(
          "--classroom-port lets in guests only, and there are none; add --anonymous read|write.");
    }
    if (port.isPresent() && tls.isRequired()) {
      throw new UsageError(
          "--classroom-port serves in clear, which --tls required forbids; leave one of them out.");
    }
    return new ClassroomOptions(port);
  }
}
