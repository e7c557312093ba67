package dev.simpleftp.bootstrap.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/// The password of a key that is encrypted.
///
/// @param file whose first line it is; goes before the other
/// @param variable what the environment says
public record KeyPassword(Optional<Path> file, Optional<String> variable) {
  /// The variable of the environment.
  public static final String VARIABLE = "SIMPLEFTP_TLS_PASSWORD";

  /// There is none.
  public static final KeyPassword NONE = new KeyPassword(Optional.empty(), Optional.empty());

  /// This one.
  public static KeyPassword of(String password) {
    return new KeyPassword(Optional.empty(), Optional.of(password));
  }

  /// Reads it.
  ///
  /// @return empty when there is none
  /// @throws IOException whose message is one sentence, when the file cannot be read or is empty
  Optional<char[]> read() throws IOException {
    if (file.isEmpty()) {
      return variable.map(String::toCharArray);
    }
    byte[] content = KeyFile.bytes(file.get(), "password file", "--tls-password-file");
    Optional<String> line =
        new String(content, StandardCharsets.UTF_8).lines().findFirst().filter(l -> !l.isEmpty());
    if (line.isEmpty()) {
      throw new IOException(
          "The password file %s has no password in its first line; write it there."
              .formatted(file.get()));
    }
    return line.map(String::toCharArray);
  }
}
