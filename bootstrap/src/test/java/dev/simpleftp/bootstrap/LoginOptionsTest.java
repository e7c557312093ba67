package dev.simpleftp.bootstrap;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.Options;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // the directory is made before each test
class LoginOptionsTest {
  @TempDir Path folder;

  @Test
  void namesFileAndLineOfADelayThatIsTooLong() throws Exception {
    Path file = Files.writeString(folder.resolve("simpleftp.conf"), "\nlogin-delay = 2h\n");
    var keys = new Options();
    LoginOptions.add(keys);
    Arguments arguments =
        Arguments.parse(keys, List.of(), 0).over(ConfigFile.read(file, keys), keys);

    assertThatThrownBy(() -> LoginOptions.read(arguments))
        .isInstanceOf(UsageError.class)
        .hasMessage(file + ", line 2: login-delay cannot be '2h'; give a time of 1h at most.");
  }
}
