package dev.simpleftp.socket.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// What a client may do while a transfer runs: R3, R7.
class DuringTransferTest extends LoggedInTest {

  @Test
  void answersNoopAndStatWhileItSends() throws IOException {
    try (Socket data = wire.openData()) {
      wire.send("RETR big").expect(150);
      wire.send("NOOP").expect(200);
      wire.send("STAT").expect(213);

      assertThat(data.getInputStream().readAllBytes()).hasSize(BIG.length());
      wire.expect(226);
    }
  }

  @Test
  void abortsADownloadAndGoesOn() throws IOException {
    try (Socket _ = wire.openData()) {
      wire.send("RETR big").expect(150);
      wire.send("ABOR").expect(426);
      wire.expect(226);
    }
    wire.send("PWD").expect(257);
  }

  @Test
  void abortsOnTelnetSynchWithUrgentData() throws IOException {
    try (Socket _ = wire.openData()) {
      wire.send("RETR big").expect(150);
      wire.sendRaw(new byte[] {(byte) 255, (byte) 244, (byte) 255});
      wire.control().sendUrgentData(242);
      wire.send("ABOR").expect(426);
      wire.expect(226);
    }
    wire.send("NOOP").expect(200);
  }

  @Test
  void abortsAnUploadAndKeepsTheOldFile() throws IOException {
    try (Socket data = wire.openData()) {
      wire.send("STOR old").expect(150);
      data.getOutputStream().write(bytes("half of the new"));
      wire.send("ABOR").expect(426);
      wire.expect(226);
    }
    assertThat(server.content("/old")).contains("old");
  }

  @Test
  void abortsBeforeTheDataConnectionIsOpened() throws IOException {
    wire.send("EPSV").expect(229);
    wire.send("STOR old").expect(150);
    wire.send("ABOR").expect(426);
    wire.expect(226);
    wire.send("NOOP").expect(200);
  }

  @Test
  void keepsTheOrderOfCommandsSentTogether() throws IOException {
    server.put("/a", "content");
    try (Socket data = wire.openData()) {
      wire.sendRaw(bytes("RETR a\r\nNOOP\r\nPWD\r\nNOOP\r\n"));
      assertThat(data.getInputStream().readAllBytes()).isEqualTo(bytes("content"));
    }
    wire.expect(150);
    wire.expect(226);
    wire.expect(200);
    wire.expect(257);
    wire.expect(200);
  }

  @Test
  void answersNothingAtOnceBehindACommandThatWaits() throws IOException {
    try (Socket _ = wire.openData()) {
      wire.send("RETR big").expect(150);
      // Nobody reads the data: the transfer runs until ABOR, and so while NOOP comes in.
      wire.sendRaw(bytes("PWD\r\nNOOP\r\nABOR\r\n"));

      wire.expect(426);
      wire.expect(257);
      wire.expect(200);
      wire.expect(226);
    }
  }

  @Test
  void abortsAtOnceButAnswersInTheOrderOfTheCommands() throws IOException {
    wire.send("EPSV").expect(229);
    wire.sendRaw(bytes("RETR big\r\nPWD\r\nABOR\r\nNOOP\r\n"));

    wire.expect(150);
    wire.expect(426);
    wire.expect(257);
    wire.expect(226);
    wire.expect(200);
  }

  @Test
  void endsTheTransferBeforeItSaysGoodbye() throws IOException {
    try (Socket data = wire.openData()) {
      wire.send("RETR big").expect(150);
      wire.send("QUIT");

      assertThat(data.getInputStream().readAllBytes()).hasSize(BIG.length());
    }
    wire.expect(226);
    wire.expect(221);
    assertThat(wire.isClosedByServer()).isTrue();
  }

  @Test
  void keepsTheOldFileWhenMoreCommandsWaitThanAreRead() throws IOException {
    Socket data = wire.openData();
    wire.send("STOR old").expect(150);
    data.getOutputStream().write(bytes("truncated"));
    wire.sendRaw(bytes("PWD\r\n".repeat(300)));
    wire.close();
    data.close();

    waitUntilNobodyWrites("/old");
    assertThat(server.content("/old")).contains("old");
  }

  @Test
  void answersMoreCommandsThanItReadsAhead() throws IOException {
    try (Socket data = wire.openData()) {
      wire.send("STOR new").expect(150);
      wire.sendRaw(bytes("PWD\r\n".repeat(300)));
      data.getOutputStream().write(bytes("content"));
      data.shutdownOutput();
      assertThat(wire.read().code()).isIn(226, 426);
    }
    for (int i = 0; i < 300; i++) {
      wire.expect(257);
    }
  }

  private void waitUntilNobodyWrites(String path) throws IOException {
    try (FtpWire other = server.login()) {
      Awaitility.await()
          .until(() -> {
            try (Socket data = other.openData()) {
              other.send("APPE " + path);
              data.shutdownOutput();
              return other.read().code() == 150 && other.read().code() == 226;
            }
          });
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
