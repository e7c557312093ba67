package dev.simpleftp.application.port.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.simpleftp.application.port.out.Capability.Facts.Fact;
import dev.simpleftp.domain.DigestAlgorithm;
import dev.simpleftp.domain.OctetRange;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.WriteMode;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The part of the contract about the abilities that make copies sure: digests, unfinished files,
/// and what is known of the place. A store that does not offer one keeps it by that.
@ExtendWith(SkipReasons.class)
public abstract class CopyAbilityContract extends AbilityContract {
  private static final DigestAlgorithm SHA_256 = DigestAlgorithm.SHA_256;

  protected CopyAbilityContract(Set<Deviation> deviations) {
    super(deviations);
  }

  @Test
  void computesTheDigestOfAFile() throws IOException {
    Capability.Checksums checksums = checksums();
    put("/a b", "content");
    put("/empty", "");

    assertThat(checksums.algorithms()).startsWith(SHA_256).doesNotHaveDuplicates();
    assertThat(checksums.digest(path("/a b"), SHA_256, OctetRange.WHOLE).hex())
        .isEqualTo(sha256(bytes("content")));
    assertThat(checksums.digest(path("/empty"), SHA_256, OctetRange.WHOLE).hex())
        .isEqualTo(sha256(bytes("")));
  }

  @Test
  void computesTheDigestOfAPart() throws IOException {
    Capability.Checksums checksums = checksums();
    byte[] content = randomBytes(100_000);
    put("/file", content, WriteMode.REPLACE);

    assertThat(checksums.digest(path("/file"), SHA_256, new OctetRange(7, 70_000)).hex())
        .isEqualTo(sha256(Arrays.copyOfRange(content, 7, 70_000)));
    assertThat(checksums.digest(path("/file"), SHA_256, new OctetRange(0, 1)).hex())
        .isEqualTo(sha256(Arrays.copyOf(content, 1)));
    assertThat(checksums.digest(path("/file"), SHA_256, OctetRange.from(99_999)).hex())
        .isEqualTo(sha256(Arrays.copyOfRange(content, 99_999, 100_000)));
    assertThat(checksums.digest(path("/file"), SHA_256, new OctetRange(0, 200_000)).hex())
        .isEqualTo(sha256(content));
    assertThat(getBytes("/file", 0)).isEqualTo(content);
  }

  @Test
  void computesByEveryAlgorithmItNames() throws IOException {
    Capability.Checksums checksums = checksums();
    put("/file", "content");

    for (DigestAlgorithm algorithm : checksums.algorithms()) {
      assertThat(checksums.digest(path("/file"), algorithm, OctetRange.WHOLE).algorithm())
          .isEqualTo(algorithm);
    }
  }

  @Test
  void refusesTheDigestOfWhatIsNoFile() throws IOException {
    Capability.Checksums checksums = checksums();
    makeDirectory("/d");
    put("/file", "content");

    assertRefused(
        Refusal.NOT_FOUND, () -> checksums.digest(path("/none"), SHA_256, OctetRange.WHOLE));
    assertRefused(
        Refusal.NOT_A_FILE, () -> checksums.digest(path("/d"), SHA_256, OctetRange.WHOLE));
    assertRefused(
        Refusal.OFFSET_BEYOND_END,
        () -> checksums.digest(path("/file"), SHA_256, OctetRange.from(7)));
  }

  @Test
  void keepsAnUnfinishedUploadWhereItSays() throws IOException {
    Capability.Unfinished unfinished = unfinished();

    leave("hello");

    var place = unfinished.placeOf(path("/file"));
    assertThat(get(place.toString())).isEqualTo("hello");
    assertThat(other.describe(place).size()).isEqualTo(5);
    assertMissing("/file");
  }

  @Test
  void continuesAnUnfinishedUpload() throws IOException {
    unfinished();
    put("/file", "old");
    leave("hello");

    put("/file", bytes(" world"), new WriteMode.ResumeAt(5));

    assertThat(get("/file")).isEqualTo("hello world");
    assertThat(names("/")).containsExactly("file");
  }

  @Test
  void completesAnUnfinishedUploadThatLacksNothing() throws IOException {
    unfinished();
    leave("hello");

    put("/file", bytes(""), new WriteMode.ResumeAt(5));

    assertThat(get("/file")).isEqualTo("hello");
    assertThat(names("/")).containsExactly("file");
  }

  @Test
  void beginsAnUnfinishedUploadAnew() throws IOException {
    unfinished();
    leave("hello");

    put("/file", "bye");

    assertThat(get("/file")).isEqualTo("bye");
    assertThat(names("/")).containsExactly("file");
  }

  @Test
  void refusesToContinueAnUploadOfAnotherSize() throws IOException {
    unfinished();
    leave("hello");

    assertRefused(
        Refusal.OFFSET_BEYOND_END, () -> put("/file", bytes("x"), new WriteMode.ResumeAt(4)));
    assertThat(get("/file.part")).isEqualTo("hello");
  }

  @Test
  void leavesNothingOfAnUploadThatMovedNothing() throws IOException {
    unfinished();

    leave("");

    assertThat(entries("/")).isEmpty();
  }

  @Test
  void knowsNoUnfinishedUploadOfTheRoot() {
    Capability.Unfinished unfinished = unfinished();

    assertRefused(Refusal.NOT_A_FILE, () -> unfinished.placeOf(path("/")));
  }

  @Test
  void tellsItsFactsInWords() throws IOException {
    var facts = store.capability(Capability.Facts.class);
    assumeTrue(facts.isPresent(), "there are no facts to tell");

    assertThat(facts.orElseThrow().facts())
        .isNotEmpty()
        .doesNotHaveDuplicates()
        .allSatisfy(fact -> assertThat(fact.text()).isNotBlank())
        .extracting(Fact::topic)
        .doesNotHaveDuplicates();
  }

  private void leave(String content) throws IOException {
    try (Upload upload = store.upload(path("/file"), WriteMode.REPLACE)) {
      upload.transferFrom(source(content), ProgressListener.NONE);
    }
  }

  private Capability.Checksums checksums() {
    var checksums = store.capability(Capability.Checksums.class);
    assumeTrue(checksums.isPresent(), "the store computes no digests");
    return checksums.orElseThrow();
  }

  private Capability.Unfinished unfinished() {
    var unfinished = store.capability(Capability.Unfinished.class);
    assertThat(unfinished.isPresent()).isEqualTo(deviates(Deviation.KEEPS_UNFINISHED));
    assumeTrue(unfinished.isPresent(), "the store keeps no unfinished files");
    return unfinished.orElseThrow();
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
