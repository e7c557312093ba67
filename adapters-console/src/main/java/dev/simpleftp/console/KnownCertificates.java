package dev.simpleftp.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Fingerprints of certificates that somebody trusts for good, in a file of lines `HOST:PORT
/// FINGERPRINT`. Case does not matter in the name of a host that somebody wrote there.
final class KnownCertificates {
  private final Path file;

  KnownCertificates(Path file) {
    this.file = file;
  }

  Path file() {
    return file;
  }

  /// The fingerprint of this server.
  Optional<String> find(String server) throws IOException {
    return Optional.ofNullable(all().get(server));
  }

  /// Keeps one; an older one of the same server is replaced.
  void add(String server, String fingerprint) throws IOException {
    Map<String, String> known = all();
    known.put(server, fingerprint);
    List<String> lines = new ArrayList<>();
    known.forEach((name, print) -> lines.add(name + " " + print));
    try {
      Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
      // a temporary file is its owner's alone
      Path fresh = Files.createTempFile(folder, "known_certificates", ".new");
      Files.write(fresh, lines, StandardCharsets.UTF_8);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new IOException("The certificate cannot be kept in " + file + ".", e);
    }
  }

  private Map<String, String> all() throws IOException {
    Map<String, String> known = new TreeMap<>();
    try {
      for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
        int blank = line.indexOf(' ');
        if (blank > 0) {
          String server = line.substring(0, blank).toLowerCase(Locale.ROOT);
          known.put(server, line.substring(blank + 1).strip());
        }
      }
      return known;
    } catch (IOException e) {
      throw new IOException(file + " cannot be read; check its permissions.", e);
    }
  }
}
