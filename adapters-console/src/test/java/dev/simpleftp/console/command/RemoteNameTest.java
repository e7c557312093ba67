package dev.simpleftp.console.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simpleftp.domain.Peer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteNameTest {
  @ParameterizedTest
  @CsvSource({
    "ftp://h,''",
    "ftp://h/,''",
    "ftp://h/pub/a,pub/a",
    "FTP://h/pub/,pub/",
    "ftp://h//etc/motd,/etc/motd",
    "ftp://h/%2Fetc,/etc",
    "ftps://h/%2Fetc,/etc",
    "ftpes://h/a/b,a/b",
    "ftp://h/a%20b%25,a b%",
    "work/pub/a%20b,pub/a%20b",
    "work,''",
    "work//abs,/abs"
  })
  void tellsThePath(String text, String path) throws BadCommand {
    assertThat(RemoteName.of(text).path()).isEqualTo(path);
  }

  @Test
  void tellsWhomToConnectTo() throws BadCommand {
    OpenTarget target = RemoteName.of("ftp://m%40e@[::1]:2121/pub").target();

    assertThat(target.user()).contains("m@e");
    assertThat(target.peer()).isEqualTo(new Peer("::1", 2121));
    assertThat(target.directory()).isEmpty();
  }

  @Test
  void leavesAPlainNameToTheBookmarks() throws BadCommand {
    assertThat(RemoteName.of("work/pub").target().bareName()).contains("work");
    assertThat(RemoteName.of("me@h:2121/pub").target().peer()).isEqualTo(new Peer("h", 2121));
    assertThat(RemoteName.of("2121/pub").target().peer()).isEqualTo(new Peer("127.0.0.1", 2121));
  }

  @Test
  void takesAnEscapedStarForAStar() throws BadCommand {
    assertThat(RemoteName.of("ftp://h/*.txt").word().pattern()).isTrue();
    assertThat(RemoteName.of("ftp://h/%2A.txt").word()).isEqualTo(new Word("*.txt", true, false));
    assertThat(RemoteName.of("work/a?").word().pattern()).isTrue();
    assertThatThrownBy(() -> RemoteName.of("ftp://h/*%2A"))
        .isInstanceOf(BadCommand.class)
        .hasMessageContaining("cannot also hold an escaped");
  }

  @Test
  void refusesAPatternWhereOneFileIsMeant() throws BadCommand {
    RemoteName name = RemoteName.of("ftp://h/*");

    assertThatThrownBy(name::one)
        .isInstanceOf(BadCommand.class)
        .hasMessageContaining("are not expanded here");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://h/a%0d%0aDELE%20b",
        "ftp://h/a%00",
        "ftp://h/%zz",
        "ftp://",
        "ftp:///a",
        "sftp://h/a",
        "/etc/passwd",
        "./a",
        "../a",
        "work/a\nb",
        ""
      })
  void refusesWhatIsNoRemoteFile(String text) {
    assertThatThrownBy(() -> RemoteName.of(text)).isInstanceOf(BadCommand.class);
  }
}
