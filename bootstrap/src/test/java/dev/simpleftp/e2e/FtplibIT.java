package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Our server as Python's ftplib sees it; the checks themselves are in `ftplib_checks.py`.
class FtplibIT {
  private static Program.Served server;

  @TempDir static Path root;
  @TempDir Path local;

  @BeforeAll
  static void serve() throws Exception {
    Tools.requirePythonModule("ftplib");
    server = Program.serve(root);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void tidy() throws IOException {
    for (String name : TestFiles.names(root)) {
      TestFiles.delete(root.resolve(name));
    }
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
    String script = Tools.script("ftplib_checks.py");

    var ended = Tools.run(local, Tools.PYTHON, script, String.valueOf(server.port()), check);

    assertThat(ended.err()).isEmpty();
    assertThat(ended.out()).isEqualTo("ok");
  }
}
