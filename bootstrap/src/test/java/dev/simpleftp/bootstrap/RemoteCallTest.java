package dev.simpleftp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simpleftp.application.port.in.CopyFile;
import dev.simpleftp.console.OneShot;
import dev.simpleftp.console.command.ConsoleCommand.Cat;
import dev.simpleftp.console.command.ConsoleCommand.Get;
import dev.simpleftp.console.command.ConsoleCommand.GetMany;
import dev.simpleftp.console.command.ConsoleCommand.GetOutput;
import dev.simpleftp.console.command.ConsoleCommand.Mirror;
import dev.simpleftp.console.command.ConsoleCommand.Put;
import dev.simpleftp.console.command.ConsoleCommand.PutInput;
import dev.simpleftp.console.command.ConsoleCommand.Remove;
import dev.simpleftp.console.command.ConsoleCommand.Rename;
import dev.simpleftp.console.command.IfThere;
import dev.simpleftp.console.command.MirrorStyle;
import dev.simpleftp.console.command.Word;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemoteCallTest {
  @TempDir Path folder;

  private static OneShot read(String... words) throws UsageError {
    RemoteCall call = RemoteCall.find(words[0]).orElseThrow();
    return call.read(RemoteProfile.read(call, List.of(words).subList(1, words.length)));
  }

  @Test
  void getsIntoTheWorkingDirectory() throws UsageError {
    OneShot call = read("get", "ftp://h/pub/a%20b");

    assertThat(call.steps().getFirst().command())
        .isEqualTo(new Get("pub/a b", Optional.empty(), IfThere.ASK));
    assertThat(call.local()).isEqualTo(Path.of(""));
    assertThat(call.copying()).isEqualTo(CopyFile.Options.USUAL);
    assertThat(call.output()).isEqualTo(new OneShot.Output(false, false, false));
  }

  @Test
  void heedsTheOptionsOfACopy() throws UsageError {
    OneShot call =
        read("get", "ftp://h/a", "-o", "b", "--force", "--no-resume", "--retries", "2", "--json");

    assertThat(call.steps().getFirst().command())
        .isEqualTo(new Get("a", Optional.of("b"), IfThere.REPLACE));
    assertThat(call.copying().resume()).isEqualTo(CopyFile.Resume.NEVER);
    assertThat(call.copying().retries().most()).isEqualTo(2);
    assertThat(call.output().json()).isTrue();
  }

  @Test
  void getsSeveralIntoADirectory() throws UsageError {
    OneShot call = read("get", "ftp://h/a", "ftp://h/*.txt", "-o", folder.toString());

    assertThat(call.local()).isEqualTo(folder);
    assertThat(call.steps())
        .extracting(OneShot.Step::command)
        .containsExactly(
            new Get("a", Optional.empty(), IfThere.ASK),
            new GetMany(List.of(new Word("*.txt", true, true)), IfThere.ASK));
  }

  @Test
  void refusesTwoFilesOfOneName() {
    assertThatThrownBy(() -> read("get", "ftp://h/a/x", "ftp://h/b/x"))
        .hasMessageContaining("Two of them are called 'x'");
    assertThatThrownBy(() -> read("put", "a/x", "b/x", "ftp://h/pub"))
        .hasMessageContaining("Two of them are called 'x'");
  }

  @Test
  void putsSeveralWhereTheLoginBegins() throws UsageError {
    OneShot call = read("put", "a", "b", "ftp://h/");

    assertThat(call.steps())
        .extracting(OneShot.Step::command)
        .containsExactly(
            new Put("a", Optional.of(""), IfThere.ASK), new Put("b", Optional.of(""), IfThere.ASK));
  }

  @Test
  void getsToTheStandardOutput() throws UsageError {
    OneShot call = read("get", "ftp://h/a", "-o", "-");

    assertThat(call.steps().getFirst().command())
        .isEqualTo(new GetOutput(new Word("a", true, false), true));
  }

  @Test
  void putsFilesAndTheStandardInput() throws UsageError {
    assertThat(read("put", "a", "b", "ftp://h/d").steps())
        .extracting(OneShot.Step::command)
        .containsExactly(
            new Put("a", Optional.of("d/"), IfThere.ASK),
            new Put("b", Optional.of("d/"), IfThere.ASK));
    assertThat(read("put", "-", "ftp://h/a", "--force").steps().getFirst().command())
        .isEqualTo(new PutInput("a", true));
  }

  @Test
  void mirrorsInTheDirectionOfTheUrl() throws UsageError {
    var usual = new MirrorStyle(false, false, false, 1);

    assertThat(read("mirror", "ftp://h/pub", "here").steps().getFirst().command())
        .isEqualTo(new Mirror(false, Optional.of("pub"), Optional.of("here"), usual));
    assertThat(read("mirror", "here", "ftp://h").steps().getFirst().command())
        .isEqualTo(new Mirror(true, Optional.of("here"), Optional.of("."), usual));
    assertThat(read("mirror", "-R", "here", "work/pub").steps().getFirst().command())
        .isEqualTo(new Mirror(true, Optional.of("here"), Optional.of("pub"), usual));
  }

  @Test
  void heedsTheOptionsOfAMirror() throws UsageError {
    var call =
        read("mirror", "work/pub", "d", "--dry-run", "--delete", "--only-newer", "--parallel", "3");

    assertThat(call.steps().getFirst().command())
        .isEqualTo(
            new Mirror(
                false, Optional.of("pub"), Optional.of("d"), new MirrorStyle(true, true, true, 3)));
  }

  @Test
  void removesWhatAPatternFitsOnlyWhenToldTwice() throws UsageError {
    assertThat(read("rm", "-r", "ftp://h/a").steps().getFirst().command())
        .isEqualTo(new Remove(List.of(new Word("a", true, false)), true, true, false));
    assertThat(read("rm", "ftp://h/*").steps().getFirst().command())
        .isEqualTo(new Remove(List.of(new Word("*", true, true)), false, false, false));
  }

  @Test
  void movesOnOneServer() throws UsageError {
    assertThat(read("mv", "ftp://me@h/a", "ftp://me@h/%2Fb").steps().getFirst().command())
        .isEqualTo(new Rename("a", "/b", false));
  }

  @Test
  void takesStepsAtOneServerForOneTarget() throws UsageError {
    List<OneShot.Step> steps = read("cat", "ftp://h/a", "ftp://h:21/b/c").steps();

    assertThat(steps.getFirst().target()).isEqualTo(steps.getLast().target());
    assertThat(steps.getLast().command()).isEqualTo(new Cat(List.of(new Word("b/c", true, false))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "get | Something is missing: simpleftp get",
        "get ftp://h/a --fore | did you mean --force?",
        "get ftp://h/a -o - --json | both would fill the standard output",
        "get ftp://h/a ftp://h/b -o /no/such | --output cannot be '/no/such'",
        "get ftp://h/a%0d%0aDELE%20a | must not contain a line end",
        "get ftp://h/a%2 | two hexadecimal digits",
        "get ftp://h/a --retries x | --retries cannot be 'x'; give a number from 0 to 1000",
        "get sftp://h/a | only ftp://, ftpes:// and ftps:// addresses can",
        "put a | Something is missing",
        "put - ftp://h/ | needs a name",
        "put a ftp://h/* | are not expanded here",
        "mv ftp://h/a ftp://other/a | must begin alike",
        "mirror ftp://h/a ftp://h/b | One side of mirror must be a directory of this machine",
        "mirror -R ftp://h/a b | the URL must come last",
        "mirror a ftp://h --parallel 0 | --parallel cannot be '0'",
        "find ftp://h a b | one word too many",
        "ls / | names no server"
      })
  void saysWhatIsWrong(String line, String sentence) {
    assertThatThrownBy(() -> read(line.strip().split(" ")))
        .isInstanceOf(UsageError.class)
        .hasMessageContaining(sentence.strip());
  }

  @Test
  void hasExamplesThatItUnderstands() {
    assertThat(RemoteCall.all())
        .allSatisfy(call -> assertThat(call.examples()).isNotEmpty())
        .allSatisfy(call -> assertThat(call.shortAbout()).hasSizeLessThan(60));
  }
}
