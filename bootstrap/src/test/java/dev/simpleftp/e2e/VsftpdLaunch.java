package dev.simpleftp.e2e;

import dev.simpleftp.domain.Login;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;

/// vsftpd: its guest may do everything, but only with the password. A guest is shut in a directory
/// he cannot write, which is the parent of the served one; users of its own vsftpd looks up in the
/// system.
final class VsftpdLaunch implements ServerLaunch {
  /// A user of every Debian whose home is there, which vsftpd asks of its guest.
  private static final String GUEST = "daemon";

  @Override
  public void requireHere() {
    Tools.requirePeer("vsftpd");
    Tools.requireRoot("vsftpd");
  }

  @Override
  public String user() {
    return "anonymous";
  }

  @Override
  public Started start(ServerSetup setup, Path scratch) throws IOException {
    adopt(setup.root());
    Path jail = jail(setup.root());
    Path empty = Files.createDirectories(scratch.resolve("empty"));
    // A guest has another password when our console asks for none.
    String known = PASSWORD + "\n" + Login.anonymous().secret().reveal() + "\n";
    Path passwords = Files.writeString(scratch.resolve("passwords"), known);
    String settings =
        Tools.text("vsftpd.conf")
            .replace("@PORT@", String.valueOf(setup.port()))
            .replace("@ROOT@", jail.toString())
            .replace("@USER@", GUEST)
            .replace("@PASSWORDS@", passwords.toString())
            .replace("@LOCALTIME@", setup.isElsewhere() ? "YES" : "NO")
            .replace("@EMPTY@", empty.toString());
    String passive =
        setup.passive(
            ports -> "pasv_min_port=%d\npasv_max_port=%d\n".formatted(ports.first(), ports.last()));
    Path file =
        Files.writeString(
            scratch.resolve("vsftpd.conf"), settings + passive + setup.tls(VsftpdLaunch::tls));
    String program = Tools.peer("vsftpd").toString();
    return ServerProcess.start(setup, scratch, List.of(program, file.toString()));
  }

  private static String tls(ServerSetup.Protection protection) {
    return """
    ssl_enable=YES
    allow_anon_ssl=YES
    force_anon_logins_ssl=YES
    force_anon_data_ssl=YES
    require_ssl_reuse=YES
    ssl_ciphers=HIGH
    rsa_cert_file=%s
    implicit_ssl=%s
    """
        .formatted(protection.certificate().pem(), protection.choose("YES", "NO"));
  }

  @Override
  public void adopt(Path root) throws IOException {
    Tools.give(root, GUEST);
  }

  @Override
  public String base(Path root) {
    return "/" + root.getFileName();
  }

  private static Path jail(Path root) throws IOException {
    Path jail = Objects.requireNonNull(root.getParent(), "a root has a parent");
    return Files.setPosixFilePermissions(jail, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
