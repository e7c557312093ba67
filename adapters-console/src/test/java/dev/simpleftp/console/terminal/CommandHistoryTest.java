package dev.simpleftp.console.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandHistoryTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"open ftp://me:hush@host", "OPEN me:hush@host 2121", "opne ftp://a:b@c/d"})
  void forgetsLinesWithAPassword(String line) {
    assertThat(CommandHistory.holdsPassword(line)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"open ftp://me@host:2121/dir", "get a@b", "open host 21", "put a:b"})
  void keepsOtherLines(String line) {
    assertThat(CommandHistory.holdsPassword(line)).isFalse();
  }

  @Test
  void isForTheEyesOfItsOwnerOnly(@TempDir Path home) throws IOException {
    Path file = home.resolve("state/simpleftp/history");

    CommandHistory.prepare(file);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }
}
