package dev.simpleftp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // made before each test
class WatchedFilesTest {
  @TempDir Path folder;

  private Path file;
  private WatchedFiles watched;

  @BeforeEach
  void watch() throws IOException {
    file = Files.writeString(folder.resolve("file"), "old");
    watched = new WatchedFiles(List.of(file));
  }

  @Test
  void areTheSameAtFirst() {
    assertThat(watched.haveChanged()).isFalse();
    assertThat(watched.haveChanged()).isFalse();
  }

  @Test
  void haveChangedWhenTheyWereLeftInPeaceForOneLook() throws IOException {
    Files.writeString(file, "longer");
    assertThat(watched.haveChanged()).as("may still be written").isFalse();
    Files.writeString(file, "longer still");
    assertThat(watched.haveChanged()).as("was still written").isFalse();

    assertThat(watched.haveChanged()).isTrue();
  }

  @Test
  void haveChangedUntilTheyAreKnown() throws IOException {
    Files.writeString(file, "longer");
    assertThat(watched.haveChanged()).isFalse();
    assertThat(watched.haveChanged()).isTrue();
    assertThat(watched.haveChanged()).isTrue();

    watched.remember();

    assertThat(watched.haveChanged()).isFalse();
  }

  @Test
  void haveChangedWhenAnotherTookThePlace() throws IOException {
    FileTime time = Files.getLastModifiedTime(file);
    Path other = Files.writeString(folder.resolve("other"), "new");
    Files.setLastModifiedTime(other, time);
    Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);

    assertThat(watched.haveChanged()).isFalse();
    assertThat(watched.haveChanged()).isTrue();
  }

  @Test
  void haveChangedWhenOneIsGone() throws IOException {
    Files.delete(file);

    assertThat(watched.haveChanged()).isFalse();
    assertThat(watched.haveChanged()).isTrue();
  }
}
