package dev.simpleftp.application.port.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.WriteMode;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every [FileStore] keeps, whatever it is made of. An adapter's test extends this class,
/// opens sessions on a fresh tree and declares where it keeps less.
///
/// Here: resuming, new files, and names of every kind; the rest is in the classes it extends.
public abstract class FileStoreContract extends TransferContract {

  protected FileStoreContract(Set<Deviation> deviations) {
    super(deviations);
  }

  @Test
  void resumesInTheMiddle() throws IOException {
    begin("/file", "0123456789", 4);

    put("/file", bytes("XY"), new WriteMode.ResumeAt(4));

    assertThat(get("/file")).isEqualTo("0123XY");
  }

  @Test
  void resumesAtTheEnd() throws IOException {
    begin("/file", "0123", 4);

    put("/file", bytes("45"), new WriteMode.ResumeAt(4));

    assertThat(get("/file")).isEqualTo("012345");
  }

  @Test
  void resumesFarIntoABigFile() throws IOException {
    byte[] content = randomBytes(3 * 1024 * 1024 + 7);
    begin("/file", content, content.length);

    put("/file", bytes("tail"), new WriteMode.ResumeAt(content.length));

    assertThat(getBytes("/file", content.length)).isEqualTo(bytes("tail"));
    assertThat(getBytes("/file", content.length - 5L)).startsWith(lastBytes(content, 5));
  }

  @Test
  void startsAnewWhenResumingAtZero() throws IOException {
    put("/file", bytes("new"), new WriteMode.ResumeAt(0));

    assertThat(get("/file")).isEqualTo("new");
  }

  @Test
  void refusesToResumeBeyondTheEnd() throws IOException {
    begin("/file", "0123", 4);

    assertRefused(Refusal.OFFSET_BEYOND_END, () -> put("/file", bytes("x"), resumeAt(5)));
    assertRefused(Refusal.OFFSET_BEYOND_END, () -> put("/none", bytes("x"), resumeAt(1)));
    assertMissing("/none");
  }

  @Test
  void losesNothingWhenAResumeIsGivenUp() throws IOException {
    begin("/file", "0123", 4);

    try (Upload upload = store.upload(path("/file"), resumeAt(4))) {
      upload.transferFrom(source("45"), ProgressListener.NONE);
    }

    if (deviates(Deviation.KEEPS_UNFINISHED)) {
      assertThat(get("/file.part")).isEqualTo("012345");
      assertMissing("/file");
    } else {
      assertThat(get("/file")).isEqualTo("0123");
    }
  }

  @Test
  void createsAFileWhereNothingStands() throws IOException {
    if (deviates(Deviation.NO_EXCLUSIVE_CREATE)) {
      assertRefused(Refusal.UNSUPPORTED, () -> put("/new", bytes("x"), WriteMode.CREATE));
      return;
    }
    put("/new", bytes("content"), WriteMode.CREATE);

    assertThat(get("/new")).isEqualTo("content");
  }

  @Test
  void refusesToCreateWhatIsThere() throws IOException {
    assumeExclusiveCreate();
    put("/file", "old");
    makeDirectory("/d");

    assertRefused(Refusal.ALREADY_EXISTS, () -> put("/file", bytes("new"), WriteMode.CREATE));
    assertRefused(Refusal.ALREADY_EXISTS, () -> put("/d", bytes("new"), WriteMode.CREATE));
    assertThat(get("/file")).isEqualTo("old");
  }

  @Test
  void replacesNothingThatCameWhileItWasCreated() throws IOException {
    assumeExclusiveCreate();
    put("/other", "other");

    try (Upload upload = store.upload(path("/file"), WriteMode.CREATE)) {
      upload.transferFrom(source("late"), ProgressListener.NONE);
      other.rename(path("/other"), path("/file"));

      assertRefused(Refusal.ALREADY_EXISTS, () -> upload.commit(() -> true));
    }
    assertThat(get("/file")).isEqualTo("other");
    put("/file", "next");
  }

  private void assumeExclusiveCreate() {
    assumeFalse(deviates(Deviation.NO_EXCLUSIVE_CREATE), "declared as a deviation");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "two words",
        " leading",
        "trailing ",
        "f\u00FCr",
        "\u6F22\u5B57",
        "\uD83D\uDE80.bin",
        "-l",
        "100%25",
        "a;b=c",
        "back\\slash",
        "q\"uote",
        "*?[x]",
        "~home",
        "...",
        "%2e%2e",
        "tab\there",
        "\uFF0E\uFF0E",
        "esc\u001B[31m",
        "\u00FF"
      })
  void keepsEveryName(String name) throws IOException {
    makeDirectory("/d");
    put("/d/" + name, name);

    assertThat(names("/d")).containsExactly(name);
    assertThat(get("/d/" + name)).isEqualTo(name);
    store.removeFile(path("/d/" + name));
    assertThat(entries("/d")).isEmpty();
  }

  @Test
  void keepsDirectoriesOfEveryName() throws IOException {
    makeDirectory("/ \u6F22 %41");
    put("/ \u6F22 %41/file", "x");

    store.rename(path("/ \u6F22 %41"), path("/-\u00FC "));

    assertThat(get("/-\u00FC /file")).isEqualTo("x");
    assertThat(names("/")).containsExactly("-\u00FC ");
  }

  /// The bytes `caf E9`: a name in an old encoding.
  @Test
  void keepsANameThatIsNotUtf8() throws IOException {
    String foreign = "/caf\uDCE9";
    if (deviates(Deviation.NO_FOREIGN_NAMES)) {
      assertRefused(Refusal.BAD_NAME, () -> put(foreign, "x"));
      return;
    }
    put(foreign, "old encoding");

    assertThat(names("/")).containsExactly("caf\uDCE9");
    assertThat(get(foreign)).isEqualTo("old encoding");
    store.rename(path(foreign), path("/caf\u00E9"));
    assertThat(names("/")).containsExactly("caf\u00E9");
  }

  @Test
  void keepsTheLongestName() throws IOException {
    String longest = "\u00FC".repeat(127) + "x";
    put("/" + longest, "long");

    assertThat(names("/")).containsExactly(longest);
    assertThat(get("/" + longest)).isEqualTo("long");
  }

  @Test
  void refusesANameOfOneByteMore() {
    assertRefused(Refusal.BAD_NAME, () -> put("/" + "x".repeat(256), "long"));
  }

  @Test
  void tellsNamesApartByCase() throws IOException {
    put("/Name", "upper");
    put("/name", "lower");

    assertThat(get("/Name")).isEqualTo("upper");
    assertThat(names("/")).containsExactlyInAnyOrder("Name", "name");
  }

  /// Leaves behind what a later resume continues.
  private void begin(String path, String content, int size) throws IOException {
    begin(path, bytes(content), size);
  }

  private void begin(String path, byte[] content, int size) throws IOException {
    if (!deviates(Deviation.KEEPS_UNFINISHED)) {
      put(path, content, WriteMode.REPLACE);
      return;
    }
    byte[] part = Arrays.copyOf(content, size);
    put(path + ".part", part, WriteMode.REPLACE);
  }

  private static WriteMode resumeAt(long offset) {
    return new WriteMode.ResumeAt(offset);
  }

  private static byte[] lastBytes(byte[] content, int count) {
    return Arrays.copyOfRange(content, content.length - count, content.length);
  }
}
