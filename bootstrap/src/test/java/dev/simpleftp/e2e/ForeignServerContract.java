package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.simpleftp.application.port.out.Capability;
import dev.simpleftp.application.port.out.Download;
import dev.simpleftp.application.port.out.ProgressListener;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.WriteMode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Our client at a server of others: what it must get from each. All is judged by the files on the
/// server's disk.
abstract class ForeignServerContract extends ForeignServerGround {
  private static final Instant THEN = Instant.parse("2001-02-03T04:05:06Z");

  /// @param limits which tests this server cannot pass, and why
  ForeignServerContract(ForeignServer kind, Limits limits) {
    super(kind, limits);
  }

  /// Odd names of files as people have them.
  static List<String> oddNames() {
    List<String> names = new ArrayList<>(ForeignClient.ODD_NAMES);
    names.addAll(List.of("trail ", " ", "*?[x]", "back\\slash", "~home", "...", "a;type=dir; b"));
    names.addAll(
        List.of("-la", "{a,b}", "$HOME", "tab\there", "A -> B", "\u00FC".repeat(127) + "x"));
    return names;
  }

  @Test
  void isLetInAtTheRoot() throws IOException {
    assertThat(store.describe(FilePath.ROOT).isDirectory()).isTrue();

    var access = bench.visit().open(bench.server().password());
    assertThat(access.home()).isEqualTo(FilePath.ROOT);
    access.store().close();
  }

  @Test
  void isNotLetInWithAWrongPassword() {
    assertRefused(Refusal.LOGIN_DENIED, () -> bench.visit().open("wrong"));
  }

  @Test
  void offersWhatIsKnownOfTheServer() throws IOException {
    String features = features();

    assertThat(features.contains("MLST")).isEqualTo(kind.can(ForeignServer.Ability.FACTS));
    assertThat(features.contains("MFMT")).isEqualTo(kind.can(ForeignServer.Ability.TIMES));
    assertThat(features.contains("HASH")).isEqualTo(kind.can(ForeignServer.Ability.HASHES));
    assertThat(features.contains("RANG")).isEqualTo(kind.can(ForeignServer.Ability.RANGES));
  }

  @Test
  void listsAnEmptyDirectory() throws IOException {
    Files.createDirectory(onDisk("empty"));

    assertThat(names("/empty")).isEmpty();
  }

  @Test
  void listsTenThousandEntries() throws IOException {
    Path many = Files.createDirectory(onDisk("many"));
    for (String name : Bench.MANY_NAMES) {
      Files.createFile(many.resolve(name));
    }

    assertThat(names("/many").stream().sorted().toList()).isEqualTo(Bench.MANY_NAMES);
  }

  @Test
  void tellsKindsAndSizes() throws IOException {
    Files.createDirectory(onDisk("directory"));
    TestFiles.write(onDisk("file"), 12_345, 1);

    for (FileEntry entry : entries("/")) {
      assertThat(entry.isDirectory()).isEqualTo(entry.name().text().equals("directory"));
      assertThat(entry.isDirectory() || entry.size() == 12_345).isTrue();
    }
    assertThat(store.describe(path("/file")).size()).isEqualTo(12_345);
    assertThat(store.describe(path("/directory")).isDirectory()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("oddNames")
  void listsAndGetsOddNames(String name) throws IOException {
    Path odd = Files.createDirectory(onDisk("odd"));
    TestFiles.write(odd.resolve(name), 1000, 1);

    assertThat(names("/odd")).containsExactly(name);
    assertThat(get("/odd/" + name, 0)).isEqualTo(TestFiles.bytes(1000, 1));
  }

  @ParameterizedTest
  @MethodSource("oddNames")
  void putsAndRemovesOddNames(String name) throws IOException {
    put("/" + name, TestFiles.bytes(1000, 2));
    assertThat(onDisk(name)).hasBinaryContent(TestFiles.bytes(1000, 2));

    store.rename(path("/" + name), path("/plain"));
    store.rename(path("/plain"), path("/" + name));
    store.removeFile(path("/" + name));

    assertThat(TestFiles.names(bench.root())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("oddNames")
  void makesAndEntersOddDirectories(String name) throws IOException {
    store.makeDirectory(path("/" + name));
    put("/" + name + "/file", TestFiles.bytes(10, 3));

    assertThat(onDisk(name).resolve("file")).hasBinaryContent(TestFiles.bytes(10, 3));
    assertThat(names("/" + name)).containsExactly("file");
    store.removeFile(path("/" + name + "/file"));
    store.removeDirectory(path("/" + name));
    assertThat(onDisk(name)).doesNotExist();
  }

  /// The bytes `caf E9`: a name in an old encoding.
  @Test
  void movesAFileWhoseNameIsNotUtf8() throws IOException {
    put("/caf\uDCE9", TestFiles.bytes(10, 4));

    assertThat(names("/")).containsExactly("caf\uDCE9");
    assertThat(get("/caf\uDCE9", 0)).isEqualTo(TestFiles.bytes(10, 4));
    store.rename(path("/caf\uDCE9"), path("/caf\u00E9"));
    assertThat(onDisk("caf\u00E9")).exists();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5 * TestFiles.MIB})
  void movesAFileOfThisSize(int size) throws IOException {
    put("/up", TestFiles.bytes(size, size));
    TestFiles.write(onDisk("down"), size, size + 1L);

    byte[] got = get("/down", 0);

    assertThat(TestFiles.sha256(onDisk("up")))
        .isEqualTo(TestFiles.sha256(TestFiles.bytes(size, size)));
    assertThat(TestFiles.sha256(got)).isEqualTo(TestFiles.sha256(onDisk("down")));
  }

  @Test
  void goesOnAfterAFileThatIsMissing() throws IOException {
    assertRefused(Refusal.NOT_FOUND, () -> store.download(path("/missing"), 0));

    put("/file", TestFiles.bytes(10, 5));
    assertThat(onDisk("file")).hasBinaryContent(TestFiles.bytes(10, 5));
  }

  @Test
  void tellsThatThereIsNoDirectoryForAFile() throws IOException {
    put("file", new byte[3]);

    assertRefused(Refusal.NOT_FOUND, () -> put("none/x", new byte[3]));
    assertRefused(Refusal.NOT_FOUND, () -> put("none/x", new byte[20 * TestFiles.MIB]));
    assertRefused(Refusal.NOT_A_DIRECTORY, () -> put("file/x", new byte[3]));

    put("x", new byte[3]);
    assertThat(names("/")).containsExactlyInAnyOrder("file", "x");
  }

  @Test
  void keepsTheOldFileUntilTheNewOneIsComplete() throws IOException {
    put("/file", TestFiles.bytes(1000, 6));

    try (Upload upload = store.upload(path("/file"), WriteMode.REPLACE)) {
      upload.transferFrom(source(TestFiles.bytes(TestFiles.MIB, 7)), ProgressListener.NONE);
      assertThat(onDisk("file")).hasBinaryContent(TestFiles.bytes(1000, 6));
      assertThat(upload.commit(() -> true)).isTrue();
    }

    assertThat(onDisk("file")).hasBinaryContent(TestFiles.bytes(TestFiles.MIB, 7));
    assertThat(TestFiles.names(bench.root())).containsExactly("file");
  }

  @Test
  void keepsTheOldFileWhenTheNewOneIsGivenUp() throws IOException {
    put("/file", TestFiles.bytes(1000, 6));

    try (Upload upload = store.upload(path("/file"), WriteMode.REPLACE)) {
      upload.transferFrom(source(TestFiles.bytes(TestFiles.MIB, 7)), ProgressListener.NONE);
    }

    assertThat(onDisk("file")).hasBinaryContent(TestFiles.bytes(1000, 6));
    put("/file", TestFiles.bytes(2000, 8));
    assertThat(onDisk("file")).hasBinaryContent(TestFiles.bytes(2000, 8));
  }

  @Test
  void refusesToRemoveADirectoryThatHoldsSomething() throws IOException {
    store.makeDirectory(path("/full"));
    put("/full/file", TestFiles.bytes(10, 9));

    assertRefused(Refusal.NOT_EMPTY, () -> store.removeDirectory(path("/full")));

    assertThat(onDisk("full/file")).exists();
  }

  @Test
  void keepsTheTimeItWasGiven() throws IOException {
    put("/file", TestFiles.bytes(10, 10));

    store.capability(Capability.Timestamps.class).orElseThrow().modify(path("/file"), THEN);

    assertThat(Files.getLastModifiedTime(onDisk("file")).toInstant()).isEqualTo(THEN);
    assertThat(store.describe(path("/file")).modified()).isEqualTo(THEN);
  }

  @Test
  void resumesADownload() throws IOException {
    byte[] content = TestFiles.bytes(3 * TestFiles.MIB, 11);
    Files.write(onDisk("file"), content);

    byte[] rest = get("/file", TestFiles.MIB + 1L);

    assertThat(rest).isEqualTo(Arrays.copyOfRange(content, TestFiles.MIB + 1, content.length));
  }

  @Test
  void resumesAnUpload() throws IOException {
    byte[] content = TestFiles.bytes(TestFiles.MIB, 12);
    String part = kind == ForeignServer.OURS ? "/file" : "/file.part";
    put(part, Arrays.copyOf(content, 1000));

    byte[] rest = Arrays.copyOfRange(content, 1000, content.length);
    put("/file", rest, new WriteMode.ResumeAt(1000));

    assertThat(onDisk("file")).hasBinaryContent(content);
  }

  @Test
  void goesOnAfterADownloadThatWasGivenUp() throws IOException {
    TestFiles.sparse(onDisk("big"), TestFiles.GIB);
    TestFiles.write(onDisk("small"), 1000, 13);

    for (int i = 0; i < 3; i++) {
      try (Download download = store.download(path("/big"), 0)) {
        assertThat(download.read(ByteBuffer.allocate(TestFiles.MIB))).isPositive();
      }
      assertThat(get("/small", 0)).isEqualTo(TestFiles.bytes(1000, 13));
    }
  }

  @Test
  void movesTwentyFilesInOneSession() throws IOException {
    for (int i = 0; i < 20; i++) {
      put("/file-" + i, TestFiles.bytes(10_000, i));
      assertThat(get("/file-" + i, 0)).isEqualTo(TestFiles.bytes(10_000, i));
    }

    assertThat(names("/")).hasSize(20);
  }

  @Test
  void listsTheRightTimesOfAServerThatIsElsewhere() throws Exception {
    Path file = TestFiles.write(onDisk("file"), 10, 14);
    Instant lastMonth = Instant.now().minusSeconds(30 * 86_400L);
    Files.setLastModifiedTime(file, FileTime.from(lastMonth));
    var elsewhere = ServerSetup.over(bench.root()).in("IST-5:30");

    try (var server = kind.start(elsewhere);
        var visit = new ServerVisit(server);
        var there = visit.open();
        var listing = there.list(FilePath.ROOT)) {
      listing.forEach(entry ->
          assertThat(entry.modified())
              .isBetween(lastMonth.minusSeconds(60), lastMonth.plusSeconds(60)));
    }
  }

  @Test
  void findsTheServerAgainAfterItsRestart() throws Exception {
    put("/file", TestFiles.bytes(1000, 15));

    bench.server().restart();

    assertThat(catchThrowableOfType(IOException.class, () -> get("/file", 0))).isNotNull();
    store = bench.open();
    assertThat(get("/file", 0)).isEqualTo(TestFiles.bytes(1000, 15));
  }
}
