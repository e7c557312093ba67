package dev.simpleftp.filesystem.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.simpleftp.application.copy.CopyTreeService;
import dev.simpleftp.application.port.in.CopyTree;
import dev.simpleftp.application.port.in.CopyTree.Options;
import dev.simpleftp.application.port.in.CopyTree.Report;
import dev.simpleftp.application.store.FaultyFileStore;
import dev.simpleftp.application.store.StoreFaults;
import dev.simpleftp.application.store.StoreFaults.Operation;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is copied, removed and left alone.
class MirrorTest extends MirrorBench {
  MirrorTest() throws IOException {}

  @AfterEach
  void nothingLeaks() {
    assertNothingLeaks();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 9})
  void makesTheTargetLikeTheSource(int parallel) throws IOException {
    plant();

    Report report = mirror(new Options(false, parallel, false, false, FILES));

    assertEqual();
    assertThat(report.troubles()).isEmpty();
    assertThat(report.copied()).isEqualTo(7);
    assertThat(report.directories()).isEqualTo(5);
    assertThat(report.octets()).isEqualTo(102);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void aSecondRunCopiesNothingAndOpensNoFurtherSession(int parallel) throws IOException {
    plant();
    mirror(PLAIN);
    told.clear();
    int sessions = from.opened.get();

    Report report = mirror(new Options(false, parallel, true, false, FILES));

    assertThat(told).isEmpty();
    assertThat(report).isEqualTo(new Report(0, 0, 0, 7, 0, 0, 0, List.of()));
    assertThat(from.opened).hasValue(sessions);
  }

  @Test
  void makesTheTargetAndWhatLeadsToIt() throws IOException {
    plant();
    var order = new CopyTree.Order(from.at("/from"), to.at("/to/x/y/z"), PLAIN);

    new CopyTreeService(copy, InstantSource.system()).copy(order, CopyTree.TreeListener.NONE);

    assertThat(to.content("/to/x/y/z")).isEqualTo(from.content("/from"));
  }

  @Test
  void directoriesComeBeforeWhatIsInThem() throws IOException {
    plant();

    mirror(PLAIN);

    assertThat(told)
        .containsSubsequence("make /a", "make /a/b", "make /a/b/empty")
        .containsSubsequence("make /a/b", "copy /a/b/4 missing");
  }

  @Test
  void copiesWhatDiffersInSizeOrTime() throws IOException {
    Instant time = Instant.parse("2026-03-04T05:06:07Z");
    for (String name : List.of("size", "newer", "older", "equal")) {
      from.file("/from/" + name, "12345", time);
      to.file("/to/" + name, "54321", time);
    }
    to.file("/to/size", "1234", time);
    to.file("/to/newer", "54321", time.minusSeconds(2));
    to.file("/to/older", "54321", time.plusSeconds(2));

    mirror(PLAIN);

    assertThat(told)
        .containsExactly(
            "copy /newer newer", "copy /older time differs", "copy /size size differs");
  }

  @Test
  void onlyNewerLeavesWhatIsNotOlder() throws IOException {
    Instant time = Instant.parse("2026-03-04T05:06:07Z");
    from.file("/from/newer", "12345", time);
    to.file("/to/newer", "12345", time.minusSeconds(2));
    from.file("/from/older", "12345", time);
    to.file("/to/older", "mine", time.plusSeconds(2));
    from.file("/from/missing", "12345", time);

    mirror(new Options(false, 1, false, true, FILES));

    assertThat(told).containsExactly("copy /missing missing", "copy /newer newer");
  }

  @Test
  void aRehearsalChangesNothingAndTellsTheSameSteps() throws IOException {
    plant();
    to.directory("/to/a");
    to.directory("/to/old");
    to.directory("/to/old/er");
    to.file("/to/old/er/f", "x");
    to.file("/to/g", "x");
    var before = to.content("/");
    Report rehearsed = mirror(REHEARSAL);
    assertThat(to.content("/")).isEqualTo(before);
    List<String> rehearsal = List.copyOf(told);
    told.clear();

    Report done = mirror(DELETING);

    assertThat(rehearsal).containsExactlyInAnyOrderElementsOf(told).isNotEmpty();
    assertThat(rehearsed).isEqualTo(done);
    assertEqual();
  }

  @Test
  void aRehearsalMakesNoTarget() throws IOException {
    plant();
    var order = new CopyTree.Order(from.at("/from"), to.at("/new/x"), REHEARSAL);

    Report report = new CopyTreeService(copy, InstantSource.system()).copy(order, new Recorder());

    assertThat(report.copied()).isEqualTo(7);
    assertThat(told).contains("make /", "make /a/b", "copy /a/b/4 missing");
    assertThat(to.content("/").keySet()).containsExactly("/beside", "/to/");
  }

  @Test
  void removesFilesFirstAndTheDeepestDirectoriesFirst() throws IOException {
    plant();
    mirror(PLAIN);
    told.clear();
    to.directory("/to/a/x");
    to.directory("/to/a/x/y");
    to.file("/to/a/x/y/1", "1");
    to.file("/to/a/x/2", "2");
    to.file("/to/z", "z");

    Report report = mirror(DELETING);

    assertThat(told)
        .containsExactly(
            "remove /z", "remove /a/x/2", "remove /a/x/y/1", "remove /a/x/y/", "remove /a/x/");
    assertThat(report.removed()).isEqualTo(5);
    assertEqual();
    assertThat(to.content("/")).containsKey("/beside");
  }

  @Test
  void withoutDeleteNothingIsRemoved() throws IOException {
    plant();
    to.file("/to/z", "z");

    assertThat(mirror(PLAIN).removed()).isZero();
    assertThat(to.content("/to")).containsKey("/z");
  }

  @Test
  void leavesUnfinishedCopiesAlone() throws IOException {
    from.file("/from/x", "whole");
    from.file("/from/x.part", "left over");
    from.file("/from/y.part", "a name like others");
    to.file("/to/x.part", "to be continued");
    to.file("/to/z.part", "of nothing");

    Report report = mirror(DELETING);

    assertThat(to.content("/to").keySet()).containsExactly("/x", "/x.part", "/y.part");
    assertThat(to.content("/to").get("/x.part")).endsWith("to be continued");
    assertThat(told).contains("skip /x.part an unfinished copy", "remove /z.part");
    assertThat(report.skipped()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aFileNeverTakesThePlaceOfADirectoryNorTheOtherWayRound(boolean delete) throws IOException {
    from.directory("/from/d");
    from.file("/from/d/inner", "1");
    from.file("/from/f", "2");
    to.file("/to/d", "a file");
    to.directory("/to/f");
    to.file("/to/f/precious", "3");
    var before = to.content("/to");

    Report report = mirror(new Options(false, 4, delete, false, FILES));

    assertThat(to.content("/to")).isEqualTo(before);
    assertThat(report.troubles())
        .extracting(CopyTree.Trouble::path)
        .containsExactly(FilePath.of("/d"), FilePath.of("/f"));
    assertThat(report.isComplete()).isFalse();
  }

  @Test
  void refusesToMirrorATreeIntoItself() throws IOException {
    plant();
    for (String target : List.of("/from", "/from/a", "/")) {
      var order = new CopyTree.Order(from.at("/from"), from.at(target), DELETING);
      var service = new CopyTreeService(copy, InstantSource.system());

      CopyTree.Failed failed =
          catchThrowableOfType(
              CopyTree.Failed.class, () -> service.copy(order, CopyTree.TreeListener.NONE));

      assertThat(((Refused) failed.reason()).refusal()).isEqualTo(Refusal.BAD_NAME);
    }
  }

  @Test
  void aMissingSourceMakesNoTarget() throws IOException {
    var order = new CopyTree.Order(from.at("/none"), to.at("/new"), DELETING);
    var service = new CopyTreeService(copy, InstantSource.system());

    CopyTree.Failed failed =
        catchThrowableOfType(
            CopyTree.Failed.class, () -> service.copy(order, CopyTree.TreeListener.NONE));

    assertThat(((Refused) failed.reason()).refusal()).isEqualTo(Refusal.NOT_FOUND);
    assertThat(to.content("/").keySet()).containsExactly("/beside", "/to/");
  }

  @Test
  void aFileThatFailsIsToldAndTheRestGoesOn() throws IOException {
    plant();
    from.around =
        store ->
            new FaultyFileStore(
                store,
                StoreFaults.of((operation, path) -> {
                  if (operation == Operation.DOWNLOAD && path.name().text().equals("3")) {
                    throw new Refused(Refusal.DENIED);
                  }
                }));

    Report report = mirror(FOUR);

    assertThat(report.copied()).isEqualTo(6);
    assertThat(report.troubles()).hasSize(1);
    assertThat(report.troubles().getFirst().path()).hasToString("/a/3");
  }
}
