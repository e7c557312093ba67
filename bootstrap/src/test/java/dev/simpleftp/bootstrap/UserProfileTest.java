package dev.simpleftp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What `simpleftp user` says; that it writes accounts is shown on the packaged program.
class UserProfileTest {
  @SuppressWarnings("NullAway.Init") // made before each test
  @TempDir
  Path folder;

  private String run(String... words) throws IOException, UsageError {
    var out = new ByteArrayOutputStream();
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--users", folder.resolve("users").toString()));
    new UserProfile(new PrintStream(out, true, StandardCharsets.UTF_8)).run(all);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void listsRightsAndLimits() throws Exception {
    Files.writeString(
        folder.resolve("users"), "bob:*:/b:read;quota=2048\neve:*:/:write;/a%3Ab=none\n");

    assertThat(run("list"))
        .isEqualTo("bob read;quota=2KiB /b%neve write;/a%%3Ab=none /%n".formatted());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--rights    | all          | give read, write, none, or some of list",
        "--rights-on | incoming=read| give /path=rights with rights that are read",
        "--rights-on | /incoming    | give /path=rights",
        "--rights-on | /=read       | use --rights for / itself",
        "--quota     | much         | with a unit such as",
        "--down      | 100          | give at least 1KiB"
      })
  void saysWhatToGiveInstead(String option, String value, String remedy) {
    assertThatThrownBy(() -> run("add", "bob", option, value))
        .isInstanceOf(UsageError.class)
        .hasMessageContaining(remedy)
        .hasMessageEndingWith(".");
    assertThat(folder.resolve("users")).doesNotExist();
  }
}
