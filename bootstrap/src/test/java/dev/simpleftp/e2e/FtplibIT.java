package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Our server as Python's ftplib sees it; the checks themselves are in `ftplib_checks.py`.
class FtplibIT {
  @TempDir Path root;
  @TempDir Path local;

  @BeforeEach
  void requirePython() throws Exception {
    Tools.requirePythonModule("ftplib");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "login_and_welcome",
        "nlst_of_names",
        "nlst_of_an_empty_directory",
        "mlsd_with_facts",
        "binary_there_and_back",
        "text_lines",
        "abort_of_a_store_keeps_the_old_file",
        "rest_continues",
        "rest_beyond_the_end",
        "append",
        "rename",
        "make_and_remove_directories",
        "size_and_time",
        "pwd_with_quotes",
        "missing_file",
        "unknown_command"
      })
  void passes(String check) throws Exception {
    Path script = script();

    try (var server = Program.serve(root)) {
      var ended =
          Tools.run(local, Tools.PYTHON, script.toString(), String.valueOf(server.port()), check);

      assertThat(ended.err()).isEmpty();
      assertThat(ended.out()).isEqualTo("ok");
    }
  }

  private Path script() throws IOException {
    try (var in = FtplibIT.class.getResourceAsStream("ftplib_checks.py")) {
      if (in == null) {
        throw new IOException("ftplib_checks.py is not beside the tests");
      }
      return Files.write(local.resolve("checks.py"), in.readAllBytes());
    }
  }
}
