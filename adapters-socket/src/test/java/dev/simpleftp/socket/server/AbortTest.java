package dev.simpleftp.socket.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// ABOR in every spelling and at every moment: F45, RFC 959 §4.1.3, RFC 854 (Synch).
class AbortTest extends LoggedInTest {
  private static final byte[] INTERRUPT = {(byte) 255, (byte) 244};
  private static final byte IAC = (byte) 255;
  private static final int DATA_MARK = 242;

  /// How clients send what must not wait behind other bytes.
  enum Urgency {
    NONE {
      @Override
      void send(FtpWire wire, String line) throws IOException {
        wire.send(line);
      }
    },
    SYNCH_ALL_IN_ONE {
      @Override
      void send(FtpWire wire, String line) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(INTERRUPT);
        bytes.write(IAC);
        bytes.write(DATA_MARK);
        bytes.writeBytes(ascii(line + "\r\n"));
        wire.sendRaw(bytes.toByteArray());
      }
    },
    SYNCH_WITH_URGENT_MARK {
      @Override
      void send(FtpWire wire, String line) throws IOException {
        wire.sendRaw(INTERRUPT).sendRaw(new byte[] {IAC});
        wire.control().sendUrgentData(DATA_MARK);
        wire.send(line);
      }
    },
    URGENT_INTERRUPT_AND_MARK {
      @Override
      void send(FtpWire wire, String line) throws IOException {
        for (int b : new int[] {255, 244, 255, DATA_MARK}) {
          wire.control().sendUrgentData(b);
        }
        wire.send(line);
      }
    },
    WHOLE_LINE_URGENT {
      @Override
      void send(FtpWire wire, String line) throws IOException {
        for (byte b : ascii(line + "\r\n")) {
          wire.control().sendUrgentData(b);
        }
      }
    };

    abstract void send(FtpWire wire, String line) throws IOException;
  }

  @ParameterizedTest
  @EnumSource(Urgency.class)
  void f45EndsADownload(Urgency urgency) throws IOException {
    try (Socket _ = wire.openData()) {
      wire.send("RETR big").expect(150);
      urgency.send(wire, "ABOR");
      wire.expect(426);
      wire.expect(226);
    }
    wire.send("PWD").expect(257);
  }

  @ParameterizedTest
  @EnumSource(Urgency.class)
  void tellsTheStatusOfATransfer(Urgency urgency) throws IOException {
    try (Socket data = wire.openData()) {
      wire.send("RETR big").expect(150);
      urgency.send(wire, "STAT");
      wire.expect(213);
      assertThat(data.getInputStream().readAllBytes()).hasSize(BIG.length());
    }
    wire.expect(226);
  }

  @ParameterizedTest
  @EnumSource(Urgency.class)
  void f45AnswersWhenNothingRuns(Urgency urgency) throws IOException {
    urgency.send(wire, "ABOR");
    wire.expect(226);
    urgency.send(wire, "NOOP");
    wire.expect(200);
  }

  @Test
  void aMereInterruptEndsNothing() throws IOException {
    try (Socket data = wire.openData()) {
      wire.send("RETR big").expect(150);
      wire.sendRaw(INTERRUPT);
      wire.send("NOOP").expect(200);
      assertThat(data.getInputStream().readAllBytes()).hasSize(BIG.length());
    }
    wire.expect(226);
  }

  @Test
  void f45EndsAListing() throws IOException {
    for (int i = 0; i < 100; i++) {
      server.put("/f" + i, "");
    }
    wire.send("EPSV").expect(229);
    wire.send("LIST").expect(150);
    wire.send("ABOR").expect(426);
    wire.expect(226);
    wire.send("NOOP").expect(200);
  }

  @Test
  void f45EndsAnUploadAndKeepsTheOldFile() throws IOException {
    try (Socket data = wire.openData()) {
      wire.send("APPE old").expect(150);
      data.getOutputStream().write(ascii("half"));
      Urgency.SYNCH_WITH_URGENT_MARK.send(wire, "ABOR");
      wire.expect(426);
      wire.expect(226);
    }
    assertThat(server.content("/old")).contains("old");
  }

  @Test
  void f45ComesTooLateAfterTheEnd() throws IOException {
    try (Socket data = wire.openData()) {
      wire.send("RETR old").expect(150);
      assertThat(data.getInputStream().readAllBytes()).hasSize(3);
    }
    wire.expect(226);
    wire.send("ABOR").expect(226);
  }

  @Test
  void f45SentTogetherWithATransferEndsIt() throws IOException {
    wire.send("EPSV").expect(229);
    wire.sendRaw(ascii("RETR big\r\nABOR\r\nNOOP\r\n"));
    wire.expect(150);
    wire.expect(426);
    wire.expect(226);
    wire.expect(200);
  }

  @Test
  void f45MeansTheTransferBeforeItAndNotTheOneThatRuns() throws IOException {
    try (DataPeer peer = DataPeer.start()) {
      wire.sendRaw(
          ascii(
              peer.portCommand()
                  + "\r\nRETR big\r\n"
                  + peer.portCommand()
                  + "\r\nRETR big\r\n"
                  + "ABOR\r\nPWD\r\n"));
      wire.expect(200);
      wire.expect(150);
      wire.expect(226);
      wire.expect(200);
      wire.expect(150);
      wire.expect(426);
      wire.expect(226);
      wire.expect(257);
    }
  }

  @Test
  void f45AnAbortThatWasForARefusedTransferDoesNoHarmToTheNext() throws IOException {
    try (DataPeer peer = DataPeer.start()) {
      wire.sendRaw(ascii("RETR none\r\nABOR\r\n" + peer.portCommand() + "\r\nRETR big\r\nPWD\r\n"));
      wire.expect(425);
      wire.expect(226);
      wire.expect(200);
      wire.expect(150);
      wire.expect(226);
      wire.expect(257);
    }
  }

  @Test
  void aNoopSentBeforeTheTransferBeganWaitsForItsEnd() throws IOException {
    try (DataPeer peer = DataPeer.start()) {
      wire.sendRaw(ascii(peer.portCommand() + "\r\nRETR big\r\nNOOP\r\nSTAT\r\n"));
      wire.expect(200);
      wire.expect(150);
      wire.expect(226);
      wire.expect(200);
      wire.expect(211);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
