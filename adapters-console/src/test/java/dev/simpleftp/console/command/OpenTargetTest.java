package dev.simpleftp.console.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simpleftp.domain.Peer;
import dev.simpleftp.domain.Secret;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenTargetTest {

  @ParameterizedTest
  @CsvSource({
    "2121,,127.0.0.1:2121,",
    "host,,host:21,",
    "host 2121,,host:2121,",
    "me@host,me,host:21,",
    "me@host 2121,me,host:2121,",
    "host:2121,,host:2121,",
    "me@host:2121,me,host:2121,",
    "[::1]:2121,,[::1]:2121,",
    "me@[::1]:2121,me,[::1]:2121,",
    "::1,,[::1]:21,",
    "::1 2121,,[::1]:2121,",
    "[::1] 2121,,[::1]:2121,",
    "ftp://host,,host:21,",
    "ftpes://me@host,me,host:21,",
    "ftps://host,,host:990,",
    "ftps://host:2121/a,,host:2121,a",
    "FTP://host/,,host:21,",
    "ftp://me@host:2121/a%20b/c,me,host:2121,a b/c",
    "ftp://a%40b@host/%2Fetc,a@b,host:21,/etc",
    "ftp://[::1]:2121/x,,[::1]:2121,x",
    "ftp://[::1],,[::1]:21,",
    "ftp://host/%c3%bc,,host:21,ü"
  })
  void readsEveryForm(String typed, String user, String peer, String directory) throws BadCommand {
    OpenTarget target = OpenTarget.of(List.of(typed.split(" ")));

    assertThat(target.peer()).hasToString(peer);
    assertThat(target.user().orElse(null)).isEqualTo(user);
    assertThat(target.directory().orElse(null)).isEqualTo(directory);
  }

  @Test
  void takesOnlyABareNameForABookmark() throws BadCommand {
    assertThat(OpenTarget.of(List.of("desk")).bareName()).contains("desk");
    assertThat(OpenTarget.of(List.of("ftp://desk")).bareName()).isEmpty();
    assertThat(OpenTarget.of(List.of("ftp://desk/")).bareName()).isEmpty();
    assertThat(OpenTarget.of(List.of("desk:21")).bareName()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://h/a%0d%0aDELE", "ftp://a%0ab@h", "ftp://h/%00", "ftp://h/%0A"})
  void refusesALineEndThatWouldSmuggleACommand(String url) {
    assertThatThrownBy(() -> OpenTarget.of(List.of(url)))
        .isInstanceOf(BadCommand.class)
        .hasMessageContaining("line end");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://me:hu%73h@host:2121/x", "me:hush@host:2121"})
  void takesAPasswordAndNeverRepeatsIt(String typed) throws BadCommand {
    OpenTarget target = OpenTarget.of(List.of(typed));

    assertThat(target.user()).contains("me");
    assertThat(target.peer()).hasToString("host:2121");
    assertThat(target.password().map(Secret::reveal)).contains("hush");
    assertThat(target.toString()).doesNotContain("hush");
    assertThat(target.url()).startsWith("ftp://me@host:2121").doesNotContain("hush");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/a b/c%", "rel/a#b", "/\u00fc\uDCFF"})
  void writesAUrlThatItReads(String directory) throws BadCommand {
    var target =
        new OpenTarget(Optional.of("a@b:c"), new Peer("::1", 2121), Optional.of(directory));

    assertThat(OpenTarget.of(List.of(target.url()))).isEqualTo(target);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "65536", "99999999999", "host x", "ftp://host:port", "host -1"})
  void refusesWhatIsNoPort(String typed) {
    assertThatThrownBy(() -> OpenTarget.of(List.of(typed.split(" "))))
        .isInstanceOf(BadCommand.class)
        .hasMessageContaining("from 1 to 65535");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://", "me@", "ho/st", "ftp://:21"})
  void refusesWhatIsNoHost(String typed) {
    assertThatThrownBy(() -> OpenTarget.of(List.of(typed)))
        .isInstanceOf(BadCommand.class)
        .hasMessageContaining("is no host");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://h/%", "ftp://h/%4", "ftp://h/%zz"})
  void refusesHalfAnEscape(String typed) {
    assertThatThrownBy(() -> OpenTarget.of(List.of(typed)))
        .isInstanceOf(BadCommand.class)
        .hasMessageContaining("hexadecimal");
  }

  @Test
  void refusesOtherSchemes() {
    assertThatThrownBy(() -> OpenTarget.of(List.of("http://host")))
        .isInstanceOf(BadCommand.class)
        .hasMessageContaining("ftp://");
  }
}
