package dev.simpleftp.application.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refusal;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The part of the contract about the abilities that not every store has: times, permissions, room,
/// raw commands.
public abstract class AbilityContract extends TreeContract {
  private static final Instant THEN = Instant.parse("2001-02-03T04:05:06.123456Z");

  protected AbilityContract(Set<Deviation> deviations) {
    super(deviations);
  }

  @Test
  void offersEveryAbility() {
    assertThat(store.capability(Capability.Timestamps.class)).isPresent();
    assertThat(store.capability(Capability.Permissions.class)).isPresent();
    assertThat(store.capability(Capability.Space.class)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2001-02-03T04:05:06.123456Z",
        "1969-12-31T23:59:59Z",
        "1955-11-05T06:15:00Z",
        "2038-01-19T03:14:08Z",
        "2100-02-28T23:59:59Z"
      })
  void keepsTheTimeItWasGiven(String time) throws IOException {
    put("/file", "content");

    modify("/file", Instant.parse(time));

    assertThat(modified("/file")).isEqualTo(kept(Instant.parse(time)));
    assertThat(entries("/").getFirst().modified()).isEqualTo(kept(Instant.parse(time)));
    assertThat(get("/file")).isEqualTo("content");
  }

  @Test
  void keepsTheTimeOfADirectory() throws IOException {
    makeDirectory("/d");

    modify("/d", THEN);

    assertThat(modified("/d")).isEqualTo(kept(THEN));
  }

  @Test
  void keepsTheTimeOfAFileThatIsRenamed() throws IOException {
    put("/a", "x");
    modify("/a", THEN);

    store.rename(path("/a"), path("/b"));

    assertThat(modified("/b")).isEqualTo(kept(THEN));
  }

  @Test
  void takesANewTimeWithANewContent() throws IOException {
    put("/file", "old");
    modify("/file", THEN);

    put("/file", "new");

    assertThat(modified("/file")).isAfter(THEN.plus(1, ChronoUnit.DAYS));
  }

  @Test
  void refusesTheTimeOfWhatIsMissing() throws IOException {
    put("/file", "x");

    assertRefused(Refusal.NOT_FOUND, () -> modify("/none", THEN));
    assertRefused(Refusal.NOT_FOUND, () -> modify("/none/below", THEN));
    assertRefused(Refusal.NOT_FOUND, () -> modify("/file/below", THEN));
  }

  @ParameterizedTest
  @ValueSource(ints = {0644, 0600, 0755, 0777, 0400})
  void keepsThePermissionsItWasGiven(int mode) throws IOException {
    put("/file", "x");

    change("/file", mode);

    assertThat(mode("/file")).isEqualTo(mode);
    assertThat(entries("/").getFirst().mode()).isEqualTo(mode);
  }

  @Test
  void keepsThePermissionsOfADirectory() throws IOException {
    makeDirectory("/d");

    change("/d", 0700);

    assertThat(mode("/d")).isEqualTo(0700);
  }

  @Test
  void keepsThePermissionsOfAFileThatGetsANewContent() throws IOException {
    put("/file", "old");
    change("/file", 0640);

    put("/file", "new");

    assertThat(get("/file")).isEqualTo("new");
    assertThat(mode("/file")).isEqualTo(0640);
  }

  @Test
  void refusesThePermissionsOfWhatIsMissing() throws IOException {
    put("/file", "x");

    assertRefused(Refusal.NOT_FOUND, () -> change("/none", 0644));
    assertRefused(Refusal.NOT_FOUND, () -> change("/none/below", 0644));
    assertRefused(Refusal.NOT_FOUND, () -> change("/file/below", 0644));
  }

  @Test
  void tellsHowMuchRoomIsLeft() throws IOException {
    makeDirectory("/d");

    assertThat(available("/")).isPositive();
    assertThat(available("/d")).isPositive();
  }

  @Test
  void refusesTheRoomOfWhatIsNoDirectory() throws IOException {
    put("/file", "x");

    assertRefused(Refusal.NOT_FOUND, () -> available("/none"));
    assertRefused(Refusal.NOT_A_DIRECTORY, () -> available("/file"));
  }

  @Test
  void hearsRawCommandsAndGoesOn() throws IOException {
    if (deviates(Deviation.NO_RAW_COMMANDS)) {
      assertThat(store.capability(Capability.RawCommands.class)).isEmpty();
      return;
    }
    assertThat(raw("nonsense")).isNotEmpty();
    put("/file", "content");

    assertThat(raw("HELP")).isNotEmpty();
    assertThat(names("/")).containsExactly("file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\r\nb", "a\nb", "a\rb"})
  void refusesRawCommandsThatAreNotOneLine(String lines) {
    if (!deviates(Deviation.NO_RAW_COMMANDS)) {
      assertRefused(Refusal.BAD_NAME, () -> raw(lines));
    }
  }

  private List<String> raw(String line) throws IOException {
    return ability(Capability.RawCommands.class).send(line);
  }

  private void modify(String path, Instant modified) throws IOException {
    ability(Capability.Timestamps.class).modify(path(path), modified);
  }

  private void change(String path, int mode) throws IOException {
    ability(Capability.Permissions.class).change(path(path), mode);
  }

  private long available(String path) throws IOException {
    return ability(Capability.Space.class).available(path(path));
  }

  private <T extends Capability> T ability(Class<T> type) {
    return store.capability(type).orElseThrow();
  }

  private Instant modified(String path) throws IOException {
    return other.describe(path(path)).modified();
  }

  private int mode(String path) throws IOException {
    return other.describe(FilePath.of(path)).mode();
  }

  private Instant kept(Instant time) {
    return deviates(Deviation.WHOLE_SECONDS) ? time.truncatedTo(ChronoUnit.SECONDS) : time;
  }
}
