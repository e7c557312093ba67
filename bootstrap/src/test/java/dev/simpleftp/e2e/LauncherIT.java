package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The launcher as a user calls it, with the JDKs it may find.
class LauncherIT {
  private static final String JAVA_25 = System.getProperty("java.home");

  @TempDir Path folder;

  @Test
  void startsTheProgram() throws Exception {
    var ended = launch(Map.of("SIMPLEFTP_JAVA_HOME", JAVA_25), Program.home().resolve("simpleftp"));

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).startsWith("simpleftp 0.");
    assertThat(ended.err()).isEmpty();
  }

  @Test
  void startsThroughALinkFromAnotherDirectory() throws Exception {
    Path link = folder.resolve("link");
    Files.createSymbolicLink(link, Program.home().resolve("simpleftp"));

    var ended = launch(Map.of("SIMPLEFTP_JAVA_HOME", JAVA_25), link);

    assertThat(ended.exitCode()).as(ended.err()).isZero();
  }

  @Test
  void takesTheFirstHomeThatIsNewEnough() throws Exception {
    Path old = fakeJdk("old", "17.0.15", "old");
    Path fresh = fakeJdk("fresh", "26", "fresh");

    var ended =
        launch(Map.of("SIMPLEFTP_JAVA_HOME", old.toString(), "JAVA_HOME", fresh.toString()));

    assertThat(ended.out()).startsWith("fresh ");
  }

  @Test
  void readsVersionsOfEverySpelling() throws Exception {
    Path early = fakeJdk("early", "25-ea", "early");

    assertThat(launch(Map.of("JAVA_HOME", early.toString())).out()).startsWith("early ");
  }

  @Test
  void passesOptionsOfTheMachine() throws Exception {
    Path jdk = fakeJdk("jdk", "25.0.3", "run");

    var ended =
        launch(
            Map.of("SIMPLEFTP_JAVA_HOME", jdk.toString(), "SIMPLEFTP_JAVA_OPTS", "-Xmx64m -Xss1m"));

    assertThat(ended.out()).contains(" -Xmx64m -Xss1m -jar ").endsWith(" --version");
  }

  @Test
  void givesTheMachineALocaleThatCanSpellFileNames() throws Exception {
    Path jdk = fakeJdk("jdk", "25", "locale=$LC_ALL");

    assertThat(launch(Map.of("JAVA_HOME", jdk.toString(), "LANG", "C")).out())
        .startsWith("locale=C.UTF-8 ");
    assertThat(launch(Map.of("JAVA_HOME", jdk.toString(), "LANG", "xx_XX.UTF-8")).out())
        .as("named, but not installed")
        .startsWith("locale=C.UTF-8 ");
    assertThat(launch(Map.of("JAVA_HOME", jdk.toString(), "LANG", "C.UTF-8")).out())
        .startsWith("locale= ");
  }

  @Test
  void saysWhichJavaItNeedsWhereThereIsNone() throws Exception {
    Path old = fakeJdk("old", "17.0.15", "old");
    Path launcher = copyThatSearchesOnly(folder.resolve("jvm"));

    var ended = launch(Map.of("JAVA_HOME", old.toString()), launcher);

    assertThat(ended.exitCode()).isEqualTo(127);
    assertThat(ended.err())
        .hasLineCount(1)
        .contains("JDK 25", old + " (17.0.15)", "SIMPLEFTP_JAVA_HOME");
  }

  private Child.Ended launch(Map<String, String> environment) throws Exception {
    return launch(environment, Program.home().resolve("simpleftp"));
  }

  /// Calls `--version` in a bare environment.
  private Child.Ended launch(Map<String, String> environment, Path launcher) throws Exception {
    var builder = new ProcessBuilder(List.of(launcher.toString(), "--version"));
    builder.directory(folder.toFile()).environment().clear();
    builder.environment().putAll(Map.of("PATH", "/usr/bin:/bin", "HOME", folder.toString()));
    builder.environment().putAll(environment);
    return Child.start(builder).typing("").ended();
  }

  /// A home whose java only says this word and its arguments.
  private Path fakeJdk(String name, String version, String word) throws IOException {
    Path home = Files.createDirectories(folder.resolve(name));
    Files.createDirectory(home.resolve("bin"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    Path java =
        Files.writeString(home.resolve("bin/java"), "#!/bin/sh\necho " + word + " \"$@\"\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    return home;
  }

  private Path copyThatSearchesOnly(Path jvms) throws IOException {
    String text = Files.readString(Program.home().resolve("simpleftp"));
    Path copy = folder.resolve("simpleftp");
    Files.writeString(copy, text.replace("/usr/lib/jvm/*", jvms + "/*"));
    Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwxr-xr-x"));
    return copy;
  }
}
