package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Our server under TLS as clients of others see it.
class TlsIT {
  private static final int UPLOADS = 50;

  @TempDir static Path root;
  @TempDir static Path keysFolder;
  private static ServerKeys keys;
  private static int implicitPort;
  private static Program.Served server;

  @TempDir Path local;

  @BeforeAll
  static void serve() throws Exception {
    Tools.requireTool("curl");
    Tools.requireTool("lftp");
    Tools.requirePythonModule("ftplib");
    keys = ServerKeys.in(keysFolder);
    implicitPort = Program.freePort();
    List<String> options = new ArrayList<>(keys.options());
    options.addAll(List.of("--implicit-tls-port", String.valueOf(implicitPort)));
    server = Program.serve(root, options.toArray(String[]::new));
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
  @CsvSource({
    "1.2, explicit, -k",
    "1.2, explicit, --cacert",
    "1.2, implicit, -k",
    "1.2, implicit, --cacert",
    "1.3, explicit, -k",
    "1.3, explicit, --cacert",
    "1.3, implicit, -k",
    "1.3, implicit, --cacert"
  })
  void isAtTheServiceOfCurl(String version, String mode, String trust) throws Exception {
    TestFiles.write(local.resolve("up.bin"), 3 * TestFiles.MIB, 1);
    TestFiles.write(root.resolve("down.bin"), 3 * TestFiles.MIB, 2);
    String url =
        mode.equals("explicit")
            ? "ftp://127.0.0.1:" + server.port() + "/"
            : "ftps://127.0.0.1:" + implicitPort + "/";
    List<String> common = curl(version);
    common.addAll(trust.equals("-k") ? List.of("-k") : List.of("--cacert", certificate()));

    String listing = run(common, url).out();
    run(common, "-T", "up.bin", url);
    run(common, "-o", "down.bin", url + "down.bin");

    assertThat(listing).contains("down.bin");
    assertThat(root.resolve("up.bin")).hasSameBinaryContentAs(local.resolve("up.bin"));
    assertThat(local.resolve("down.bin")).hasSameBinaryContentAs(root.resolve("down.bin"));
    assertThat(server.child().allSaid()).anyMatch(line -> line.contains("TLSv" + version));
  }

  /// A client that has not read the tickets of TLS 1.3 loses the end of its upload.
  @ParameterizedTest
  @ValueSource(strings = {"1.2", "1.3"})
  void losesNothingOfManyUploadsInARow(String version) throws Exception {
    for (int i = 0; i < UPLOADS; i++) {
      TestFiles.write(local.resolve("up" + i), TestFiles.MIB, i);
    }
    List<String> common = curl(version);

    run(common, "-k", "--fail-early", "-T", "up[0-" + (UPLOADS - 1) + "]", server.url(""));

    for (int i = 0; i < UPLOADS; i++) {
      assertThat(root.resolve("up" + i)).hasSameBinaryContentAs(local.resolve("up" + i));
    }
    assertThat(server.child().said("storing failed")).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.2", "1.3"})
  void isAtTheServiceOfFtplib(String version) throws Exception {
    String script = Tools.script("ftps_checks.py");
    String port = String.valueOf(server.port());

    var ended = Tools.run(local, Tools.PYTHON, script, port, certificate(), version);

    assertThat(ended.err()).isEmpty();
    assertThat(ended.out()).isEqualTo("ok");
  }

  @ParameterizedTest
  @ValueSource(strings = {"set ssl:verify-certificate no", "set ssl:ca-file \"%s\""})
  void isAtTheServiceOfLftp(String trust) throws Exception {
    TestFiles.write(local.resolve("up.bin"), 3 * TestFiles.MIB, 1);
    TestFiles.write(root.resolve("down.bin"), 3 * TestFiles.MIB, 2);

    var ended =
        lftp(
            trust.formatted(certificate()),
            "set ftp:ssl-force true",
            "set ftp:ssl-protect-data true",
            "open -u anonymous,guest@ -p " + server.port() + " 127.0.0.1",
            "cls -1",
            "put up.bin",
            "get down.bin");

    assertThat(ended.exitCode()).as(ended.toString()).isZero();
    assertThat(ended.out()).contains("down.bin");
    assertThat(root.resolve("up.bin")).hasSameBinaryContentAs(local.resolve("up.bin"));
    assertThat(local.resolve("down.bin")).hasSameBinaryContentAs(root.resolve("down.bin"));
  }

  private Child.Ended lftp(String... commands) throws Exception {
    List<String> lines = new ArrayList<>(List.of("set cmd:fail-exit yes", "set net:max-retries 1"));
    lines.addAll(List.of(commands));
    var builder = new ProcessBuilder("lftp", "-f", "/dev/stdin").directory(local.toFile());
    return Child.start(builder).typing(String.join("\n", lines) + "\n").ended();
  }

  private static String certificate() {
    return keys.certificate().toString();
  }

  private static List<String> curl(String version) {
    return new ArrayList<>(
        List.of(
            "curl",
            "-sS",
            "--max-time",
            "60",
            "--ssl-reqd",
            "--tlsv" + version,
            "--tls-max",
            version));
  }

  private Child.Ended run(List<String> common, String... words) throws Exception {
    List<String> command = new ArrayList<>(common);
    command.addAll(List.of(words));
    Child.Ended ended = Tools.run(local, command.toArray(String[]::new));
    assertThat(ended.exitCode()).as(ended.toString()).isZero();
    return ended;
  }
}
