package dev.simpleftp.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.console.command.BadCommand;
import dev.simpleftp.console.command.ConsoleCommand.GetOutput;
import dev.simpleftp.console.command.ConsoleCommand.PutInput;
import dev.simpleftp.console.command.Word;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is called verified, and what is not.
class VerificationTest {
  private static final GetOutput TO_OUTPUT = new GetOutput(new Word("a", true, false), true);

  @TempDir Path home;
  ConsoleBench bench = new ConsoleBench(Path.of("/"));

  @BeforeEach
  void setUp() {
    bench = new ConsoleBench(home);
    bench.remote.file("/a", "12345");
  }

  @Test
  void verifiesWhatGoesToTheStandardOutputByItsSize() throws IOException, BadCommand {
    assertThat(bench.call(TO_OUTPUT, "")).isEqualTo(ExitCode.SUCCESS);

    assertThat(bench.output()).isEqualTo("12345");
    assertThat(bench.errors()).contains("a: 5 B received").contains("verified: size only");
  }

  @Test
  void callsNothingVerifiedWhoseSizeNobodyKnows() throws IOException, BadCommand {
    bench.remote.sizeless = true;

    assertThat(bench.call(TO_OUTPUT, "")).isEqualTo(ExitCode.SUCCESS);

    assertThat(bench.errors()).contains("not verified: the size is unknown");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1000})
  void takesTheSizeOfALinkForNoSizeOfTheFile(long size) throws IOException, BadCommand {
    bench.remote.links.add("/a");
    bench.remote.linkSize = size;

    assertThat(bench.call(TO_OUTPUT, "")).isEqualTo(ExitCode.SUCCESS);

    assertThat(bench.output()).isEqualTo("12345");
    assertThat(bench.errors()).contains("not verified: the size is unknown");
  }

  @Test
  void noticesMoreBytesThanTheServerTold() throws IOException, BadCommand {
    bench.remote.understates = true;

    assertThat(bench.call(TO_OUTPUT, "")).isEqualTo(ExitCode.MISMATCH);

    assertThat(bench.errors()).contains("5 bytes came, but the server told of 4").hasLineCount(1);
  }

  @Test
  void noticesFewerBytesThanTheServerTold() throws IOException, BadCommand {
    bench.remote.mood = FakeTree.Mood.SHORT;

    assertThat(bench.call(TO_OUTPUT, "")).isEqualTo(ExitCode.CONNECTION);

    assertThat(bench.errors()).contains("4 bytes early").doesNotContain("now closed");
  }

  @Test
  void comparesTheDigestOfWhatGoesToTheStandardOutput() throws IOException, BadCommand {
    bench.remote.digests = true;

    assertThat(bench.call(TO_OUTPUT, "")).isEqualTo(ExitCode.SUCCESS);

    assertThat(bench.errors()).contains("verified: sha-256");
  }

  @Test
  void storesTheStandardInputWhereTheServerTellsNoSizes() throws IOException, BadCommand {
    bench.remote.sizeless = true;

    assertThat(bench.call(new PutInput("b", true), "abc")).isEqualTo(ExitCode.SUCCESS);

    assertThat(bench.output()).contains("not verified: the size is unknown");
    assertThat(bench.remote.content("/b")).contains("abc");
  }

  @Test
  void appendsWhereTheServerTellsNoSizes() throws IOException {
    bench.remote.sizeless = true;
    bench.local.file("/b", "67");

    assertThat(bench.pipe("open 2121", "append b a")).isEqualTo(ExitCode.SUCCESS);

    assertThat(bench.output()).contains("not verified: the size is unknown");
    assertThat(bench.remote.content("/a")).contains("1234567");
  }

  @Test
  void doesNotTakeAMismatchForALostConnection() throws IOException {
    bench.local.file("/b", "67").understates = true;

    assertThat(bench.pipe("open 2121", "append b a")).isEqualTo(ExitCode.MISMATCH);

    assertThat(bench.errors()).doesNotContain("connection");
  }

  @Test
  void comparesAFileOfTheSameSizeAndTimeBeforeItIsCalledComplete() throws IOException {
    bench.remote.digests = true;
    bench.local.file("/a", "1234x");

    assertThat(bench.pipe("open 2121", "get -c a", "get -c a")).isEqualTo(ExitCode.SUCCESS);

    assertThat(bench.local.content("/a")).contains("12345");
    assertThat(bench.output()).contains("a: complete already, verified: sha-256");
  }

  @Test
  void saysThatAFileWasNotCompared() throws IOException {
    bench.local.file("/a", "1234x");

    assertThat(bench.pipe("open 2121", "get -c a")).isEqualTo(ExitCode.SUCCESS);

    assertThat(bench.output()).contains("a: same size and time, not compared");
  }
}
