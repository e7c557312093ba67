package dev.simpleftp.bootstrap.tls;

import dev.simpleftp.socket.tls.Validity;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;

/// A certificate of our own that is made once and kept, so that clients know it again.
///
/// Key and certificate stand in one file, which takes its place in one step: two servers that start
/// at once cannot mix their halves. The certificate alone stands beside it, for clients.
///
/// @param directory where it is kept, made when it is missing
/// @param fresh makes one
public record KeptSelfSigned(Path directory, SelfSigned fresh) implements CertificateSource {
  static final String FILE = "tls-key-and-certificate.pem";
  static final String FOR_CLIENTS = "tls-certificate.pem";

  /// So long before its end another is made.
  private static final Duration TOO_SHORT = Duration.ofDays(30);

  /// The one that is kept, or a new one where there is none or it ends soon.
  @Override
  public ServerCertificate load() throws IOException {
    if (Files.notExists(file())) {
      return make();
    }
    ServerCertificate kept =
        new CertificateFiles(file(), Optional.empty(), KeyPassword.NONE).load();
    Instant end = Validity.of(kept.certificate()).until();
    return end.isAfter(fresh.clock().instant().plus(TOO_SHORT)) ? kept : make();
  }

  @Override
  public boolean isMadeHere() {
    return true;
  }

  /// Where key and certificate stand.
  public Path file() {
    return directory.resolve(FILE);
  }

  private ServerCertificate make() throws IOException {
    ServerCertificate made = fresh.load();
    try {
      Files.createDirectories(directory, forOwner("rwx------"));
      replace(FILE, List.of(new JcaPKCS8Generator(made.key(), null), made.certificate()));
      replace(FOR_CLIENTS, List.of(made.certificate()));
      return made;
    } catch (IOException e) {
      throw new IOException(
          ("The certificate cannot be kept in %s; check its permissions, set XDG_STATE_HOME, or"
                  + " name a certificate with --tls-cert.")
              .formatted(directory),
          e);
    }
  }

  private void replace(String name, List<Object> blocks) throws IOException {
    var text = new StringWriter();
    try (var pem = new JcaPEMWriter(text)) {
      for (Object block : blocks) {
        pem.writeObject(block);
      }
    }
    Path fresh = Files.createTempFile(directory, name, ".new", forOwner("rw-------"));
    try {
      Files.writeString(fresh, text.toString());
      Files.move(fresh, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private FileAttribute<?>[] forOwner(String permissions) {
    boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
