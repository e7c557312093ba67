package dev.simpleftp.socket.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FileKind;
import dev.simpleftp.domain.FileName;
import dev.simpleftp.domain.Permission;
import dev.simpleftp.socket.wire.MlsxFacts.Fact;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MlsxTest {
  private static final MlsxFacts ALL = new MlsxFacts(EnumSet.allOf(Fact.class));

  @Property
  void whatTheServerWritesTheClientReads(@ForAll("entries") FileEntry entry) {
    assertThat(Entries.told(MlsxLine::listed, line(ALL, entry))).isEqualTo(entry);
  }

  @Test
  void writesTheFactsInTheirOrder() {
    assertThat(line(ALL, entry(FileKind.FILE)))
        .isEqualTo(
            "type=file;size=7;modify=20261121041500;perm=adfrw;unique=801U2;UNIX.mode=0640; a b");
    assertThat(line(ALL, entry(FileKind.DIRECTORY)))
        .isEqualTo("type=dir;modify=20261121041500;perm=cdeflmp;unique=801U2;UNIX.mode=0640; a b");
  }

  @Test
  void tellsOnlyTheChosenFactsAndTheRightsOfTheReader() {
    var facts = new MlsxFacts(MlsxFacts.choose("PERM;x.y;Type;"));

    assertThat(line(facts, entry(FileKind.FILE), Permission.readOnly()))
        .isEqualTo("type=file;perm=r; a b");
    assertThat(facts.names()).isEqualTo("type;perm;");
    assertThat(facts.feature()).isEqualTo("MLST type*;size;modify;perm*;unique;UNIX.mode;");
  }

  @Test
  void leavesOutATimeThatFourDigitsCannotHoldTheYearOf() {
    var facts = new MlsxFacts(MlsxFacts.choose("modify"));

    assertThat(line(facts, FileEntry.file(new FileName("f"), 1, Instant.MAX))).isEqualTo(" f");
    assertThat(line(facts, FileEntry.file(new FileName("f"), 1, Instant.MIN))).isEqualTo(" f");
  }

  @Test
  void mayTellNothingButTheName() {
    var none = new MlsxFacts(MlsxFacts.choose(""));

    assertThat(line(none, entry(FileKind.FILE))).isEqualTo(" a b");
  }

  @Test
  void leavesOutAnIdentityThatWouldBreakTheLine() {
    var entry = new FileEntry(new FileName("a"), FileKind.FILE, 0, Instant.EPOCH, 0644, "1;x=2");

    assertThat(line(ALL, entry)).isEqualTo("type=file;size=0;perm=adfrw;UNIX.mode=0644; a");
  }

  @Test
  void readsFactsInAnyOrderAndCaseAndIgnoresUnknownOnes() {
    var entry =
        Entries.told(
            MlsxLine::listed, "Modify=20261121041500.25;X.y=;SIZE=5000000000;junk;TYPE=File;  b");

    assertThat(entry.name().text()).isEqualTo(" b");
    assertThat(entry.size()).isEqualTo(5_000_000_000L);
    assertThat(entry.modified()).isEqualTo(Instant.parse("2026-11-21T04:15:00.250Z"));
    assertThat(entry.kind()).isEqualTo(FileKind.FILE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "type=cdir; x",
        "type=pdir; ..",
        "type=file; a/b",
        "type=file; ..",
        "type=file; .",
        "type=file; ",
        "type=file; a\rb",
        "type=file; a\0b",
        "type=file;",
        ""
      })
  void skipsWhatIsNoEntryOfTheDirectory(String line) {
    assertThat(MlsxLine.listed(line)).isNotInstanceOf(ListedLine.Entry.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"size=-1; a", "size=9999999999999999999; a", "modify=2026; a", "UNIX.mode=9; a"})
  void takesAnUnreadableFactForAMissingOne(String line) {
    var entry = Entries.told(MlsxLine::listed, line);

    assertThat(entry.modified()).isEqualTo(Instant.EPOCH);
    assertThat(entry).isEqualTo(FileEntry.fileOfUnknownSize(new FileName("a")));
  }

  @Test
  void aDirectoryNeedsNoSize() {
    assertThat(Entries.told(MlsxLine::listed, "type=dir; a").sizeKnown()).isTrue();
    assertThat(Entries.told(MlsxLine::listed, "type=file;size=0; a").sizeKnown()).isTrue();
  }

  @Test
  void tellsNoSizeThatNobodyKnows() {
    assertThat(line(ALL, FileEntry.fileOfUnknownSize(new FileName("a")))).doesNotContain("size=");
  }

  @Test
  void anAnswerAboutOneEntryMayCallItByItsPath() {
    var line = MlsxLine.read("type=cdir;modify=20261121041500; /a/b").get();

    assertThat(line.entry(new FileName("b")).isDirectory()).isTrue();
  }

  @Test
  void aLinkOfAnyServerIsALink() {
    assertThat(Entries.told(MlsxLine::listed, "type=OS.unix=slink:/etc; a").kind())
        .isEqualTo(FileKind.LINK);
    assertThat(Entries.told(MlsxLine::listed, "type=OS.unix=symlink; a").kind())
        .isEqualTo(FileKind.LINK);
    assertThat(Entries.told(MlsxLine::listed, "type=OS.unix=chr-1/3; a").kind())
        .isEqualTo(FileKind.OTHER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"20260230000000", "2026112104150", "20261121041500x", "x", "-0261121041500"})
  void refusesWhatIsNoTime(String text) {
    assertThat(FtpTime.read(text)).isEmpty();
  }

  @Provide
  Arbitrary<FileEntry> entries() {
    return Entries.entries();
  }

  private static FileEntry entry(FileKind kind) {
    return new FileEntry(new FileName("a b"), kind, 7, Entries.NOW, 0640, "801U2");
  }

  private static String line(MlsxFacts facts, FileEntry entry) {
    return line(facts, entry, Permission.all());
  }

  private static String line(MlsxFacts facts, FileEntry entry, Set<Permission> rights) {
    var out = new StringBuilder();
    facts.append(out, entry, entry.name().text(), rights);
    return out.toString();
  }
}
