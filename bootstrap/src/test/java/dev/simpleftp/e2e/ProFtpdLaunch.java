package dev.simpleftp.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// ProFTPD with a user of a file, with the rights of root so that it may shut him in.
final class ProFtpdLaunch implements ServerLaunch {
  @Override
  public void requireHere() {
    Tools.requirePeer("proftpd");
    Tools.requireRoot("ProFTPD");
  }

  @Override
  public Started start(ServerSetup setup, Path scratch) throws IOException {
    Path users = scratch.resolve("users");
    Files.writeString(
        users, "%s:%s:0:0::%s:/bin/false\n".formatted(user(), HASHED_PASSWORD, setup.root()));
    // It takes no file of users that others could read.
    Files.setPosixFilePermissions(users, PosixFilePermissions.fromString("rw-------"));
    String settings =
        Tools.text("proftpd.conf")
            .replace("@PORT@", String.valueOf(setup.port()))
            .replace("@SCRATCH@", scratch.toString())
            .replace("@GMT@", setup.isElsewhere() ? "off" : "on")
            .replace("@MODULES@", Tools.peers().resolve("proftpd/usr/lib/proftpd").toString());
    String passive =
        setup.passive(ports -> "PassivePorts %d %d\n".formatted(ports.first(), ports.last()));
    Path file =
        Files.writeString(
            scratch.resolve("proftpd.conf"), settings + passive + setup.tls(ProFtpdLaunch::tls));
    String program = Tools.peer("proftpd").toString();
    return ServerProcess.start(setup, scratch, List.of(program, "-n", "-q", "-c", file.toString()));
  }

  /// That data connections resume the session it demands unasked.
  private static String tls(ServerSetup.Protection protection) {
    return """
    LoadModule mod_tls.c
    TLSEngine on
    TLSRequired on
    TLSProtocol TLSv1.2 TLSv1.3
    %2$sCertificateFile %1$s
    %2$sCertificateKeyFile %1$s
    %3$s
    """
        .formatted(
            protection.certificate().pem(),
            protection.certificate().isElliptic() ? "TLSEC" : "TLSRSA",
            protection.choose("TLSOptions UseImplicitSSL", ""));
  }
}
