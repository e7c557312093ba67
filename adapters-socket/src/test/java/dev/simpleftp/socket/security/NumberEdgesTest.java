package dev.simpleftp.socket.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.socket.server.FtpWire;
import dev.simpleftp.socket.server.ServerFixture;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Numbers at and beyond the ends of their range (CWE-190, CWE-1284): offsets and sizes wrapped
/// around to negative ones, and servers read or wrote in front of a file or in another one. R25.
@SuppressWarnings("NullAway.Init") // made before each test
class NumberEdgesTest {
  private static final String MOST = "9223372036854775807";
  private static final List<String> NO_NUMBERS =
      List.of(
          "-1",
          "+1",
          "-0",
          "9223372036854775808",
          "18446744073709551615",
          "99999999999999999999999",
          "00000000000000000001",
          "1e3",
          "0x10",
          "1.0",
          "1,000",
          "\u0661",
          "\uFF11",
          "NaN");

  private ServerFixture server;
  private FtpWire wire;

  @BeforeEach
  void logIn() throws IOException {
    server = ServerFixture.overMemory();
    server.put("/f", "content");
    wire = server.login();
  }

  @AfterEach
  void leave() throws IOException {
    wire.close();
    server.close();
  }

  static List<String> noNumbers() {
    return NO_NUMBERS;
  }

  @ParameterizedTest
  @MethodSource("noNumbers")
  void refusesWhatIsNoNumberOf63Bits(String number) throws IOException {
    for (String command :
        List.of(
            "REST %s",
            "ALLO %s",
            "ALLO 1 R %s",
            "RANG %s 5",
            "RANG 0 %s",
            "EPRT |1|127.0.0.1|%s|",
            "OPTS MODE Z LEVEL %s",
            "XCRC \"f\" 0 %s",
            "XMD5 \"f\" %s 7")) {
      wire.send(command.formatted(number)).expect(501);
    }
    wire.send("RETR f").expect(425);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PORT 256,0,0,1,200,1",
        "PORT 127,0,0,1,256,1",
        "PORT 127,0,0,1,200,256",
        "PORT 127,0,0,1,-1,1",
        "PORT 127,0,0,01,200,1",
        "PORT 127,0,0,1,4294967296,1",
        "PORT 127,0,0,1,200",
        "PORT 127,0,0,1,200,1,1",
        "EPRT |1|127.0.0.1|65536|",
        "EPRT |1|127.0.0.1|0|",
        "SITE CHMOD 888 f",
        "SITE CHMOD 99999 f",
        "SITE CHMOD -644 f",
        "MFMT 20200230000000 f",
        "MFMT 99999999999999 f",
        "MFMT -0200101000000 f",
        "OPTS MODE Z LEVEL 10",
        "RANG 5 4"
      })
  void refusesWhatIsOutOfItsRange(String command) throws IOException {
    wire.send(command).expect(501);
    wire.send("NOOP").expect(200);
  }

  @ParameterizedTest
  @CsvSource({"0, content", "000, content", "0000000000000000003, tent", "7, ''"})
  void takesLeadingZerosForNothing(String offset, String content) throws IOException {
    wire.send("REST " + offset).expect(350);

    assertThat(retrieve()).isEqualTo(content);
  }

  @Test
  void findsNothingBeyondTheEndOfAFile() throws IOException {
    for (String offset : List.of("8", "2147483648", "4294967296", "4294967303", MOST)) {
      for (String command : List.of("RETR f", "STOR f")) {
        try (Socket _ = wire.openData()) {
          wire.send("REST " + offset).expect(350);
          wire.send(command).expect(554);
        }
      }
    }
    assertThat(server.content("/f")).contains("content");
  }

  @Test
  void takesTheGreatestNumbersForTheEndOfAFile() throws IOException {
    wire.send("RANG 3 " + MOST).expect(350);
    assertThat(retrieve()).isEqualTo("tent");
    wire.send("RANG 0 9223372036854775806").expect(350);
    assertThat(retrieve()).isEqualTo("content");
    wire.send("RANG %s %s".formatted(MOST, MOST)).expect(350);
    try (Socket _ = wire.openData()) {
      wire.send("RETR f").expect(554);
    }
  }

  @Test
  void promisesNoRoomForTheGreatestUpload() throws IOException {
    wire.send("ALLO " + MOST).expect(452);
    wire.send("ALLO %s R %s".formatted(MOST, MOST)).expect(452);
  }

  private String retrieve() throws IOException {
    try (Socket data = wire.openData()) {
      wire.send("RETR f").expect(150);
      String content = new String(data.getInputStream().readAllBytes(), UTF_8);
      wire.expect(226);
      return content;
    }
  }
}
