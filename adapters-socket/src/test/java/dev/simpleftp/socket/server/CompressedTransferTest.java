package dev.simpleftp.socket.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.filesystem.memory.MemoryTree;
import dev.simpleftp.socket.wire.InflationLimit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// MODE Z: one whole zlib stream for each file and listing, and no bombs.
class CompressedTransferTest {
  private static final String TEXT = "line one\nline two\n".repeat(20_000);
  private static final int WINDOW = 100_000;
  private static final int ROOM = 1_000_000;

  private ServerFixture server;
  private FtpWire wire;

  @BeforeEach
  void logIn() throws IOException {
    var limit = new InflationLimit(500, WINDOW);
    var tree = new MemoryTree();
    server =
        ServerFixture.over(
            () -> RoomOf.octets(ROOM, tree.newStore()),
            UnaryOperator.identity(),
            new Offer(Set.of(), Optional.of(limit)));
    server.put("/text", TEXT);
    server.put("/empty", "");
    server.put("/old", "old");
    wire = server.login();
    wire.send("MODE Z").expect(200);
  }

  @AfterEach
  void leave() throws IOException {
    wire.close();
    server.close();
  }

  @Test
  void isAnnouncedWhereItIsOffered() throws IOException {
    assertThat(wire.send("FEAT").expect(211).lines()).contains(" MODE Z");
  }

  @Test
  void compressesWhatItSends() throws IOException {
    byte[] sent = receive("RETR text");

    assertThat(sent.length).isLessThan(TEXT.length() / 10);
    assertThat(inflated(sent)).isEqualTo(TEXT);
  }

  @Test
  void sendsAWholeStreamForAnEmptyFile() throws IOException {
    assertThat(inflated(receive("RETR empty"))).isEmpty();
  }

  @Test
  void sendsAWholeStreamForAnEmptyListing() throws IOException {
    wire.send("MKD nothing").expect(257);

    assertThat(inflated(receive("MLSD nothing"))).isEmpty();
  }

  @Test
  void convertsLinesBeforeItCompressesThem() throws IOException {
    wire.send("TYPE A").expect(200);

    assertThat(inflated(receive("RETR text"))).isEqualTo(TEXT.replace("\n", "\r\n"));
  }

  @Test
  void countsTheOffsetInOctetsOfTheFile() throws IOException {
    wire.send("REST 100").expect(350);

    assertThat(inflated(receive("RETR text"))).isEqualTo(TEXT.substring(100));
  }

  @Test
  void compressesListings() throws IOException {
    assertThat(inflated(receive("NLST"))).contains("empty\r\n", "old\r\n", "text\r\n");
    assertThat(inflated(receive("LIST"))).contains("-rw");
    assertThat(inflated(receive("MLSD"))).contains("type=file");
  }

  @Test
  void takesTheLevelIntoAccount() throws IOException {
    wire.send("OPTS MODE Z LEVEL 0").expect(200);
    assertThat(receive("RETR text").length).isGreaterThan(TEXT.length());

    wire.send("OPTS MODE Z LEVEL 9").expect(200);
    assertThat(receive("RETR text").length).isLessThan(TEXT.length() / 10);

    wire.send("OPTS MODE Z LEVEL 10").expect(501);
    wire.send("OPTS MODE Z").expect(501);
  }

  @Test
  void inflatesWhatItTakes() throws IOException {
    assertThat(send("STOR new", deflated(text(TEXT)))).isEqualTo(226);
    assertThat(server.content("/new")).contains(TEXT);

    assertThat(send("STOR none", deflated(new byte[0]))).isEqualTo(226);
    assertThat(server.content("/none")).contains("");
  }

  @Test
  void takesLinesOfText() throws IOException {
    wire.send("TYPE A").expect(200);

    assertThat(send("STOR new", deflated(text("a\r\nb\r\n")))).isEqualTo(226);
    assertThat(server.content("/new")).contains("a\nb\n");
  }

  @Test
  void holdsTheInflatedOctetsToWhatAlloTold() throws IOException {
    wire.send("ALLO 3").expect(200);
    assertThat(send("STOR old", deflated(text("new")))).isEqualTo(226);

    wire.send("ALLO 4").expect(200);
    assertThat(send("STOR old", deflated(text("bad")))).isEqualTo(426);
    assertThat(server.content("/old")).contains("new");
  }

  @Test
  void keepsTheOldFileWhenTheStreamHasNoEnd() throws IOException {
    byte[] whole = deflated(text(TEXT));

    assertThat(send("STOR old", Arrays.copyOf(whole, whole.length - 1))).isEqualTo(426);
    assertThat(send("STOR old", Arrays.copyOf(whole, whole.length / 2))).isEqualTo(426);
    assertThat(send("STOR old", new byte[0])).isEqualTo(426);
    assertThat(server.content("/old")).contains("old");
  }

  @Test
  void keepsTheOldFileWhenTheStreamIsDamaged() throws IOException {
    byte[] whole = deflated(text(TEXT));

    assertThat(send("STOR old", text("this is no zlib stream"))).isEqualTo(451);
    assertThat(send("STOR old", Arrays.copyOf(whole, whole.length + 1))).isEqualTo(451);
    assertThat(server.content("/old")).contains("old");
  }

  @Test
  void cutsABomb() throws IOException {
    byte[] bomb = deflated(new byte[5 * WINDOW]);

    assertThat(send("STOR old", bomb)).isEqualTo(451);
    assertThat(server.content("/old")).contains("old");
    wire.send("NOOP").expect(200);
  }

  @Test
  void letsAShortRunOfZerosIn() throws IOException {
    assertThat(send("STOR zeros", deflated(new byte[WINDOW / 2]))).isEqualTo(226);
  }

  @Test
  void cutsWhatOutgrowsTheRoom() throws IOException {
    byte[] noise = new byte[ROOM + 1];
    new Random(1).nextBytes(noise);

    assertThat(send("STOR old", deflated(noise))).isEqualTo(452);
    assertThat(server.content("/old")).contains("old");
  }

  @Test
  void goesBackToPlainBytes() throws IOException {
    wire.send("MODE S").expect(200);

    assertThat(new String(receive("RETR old"), StandardCharsets.UTF_8)).isEqualTo("old");
  }

  private byte[] receive(String command) throws IOException {
    byte[] bytes;
    try (Socket data = wire.openData()) {
      wire.send(command).expect(150);
      bytes = data.getInputStream().readAllBytes();
    }
    wire.expect(226);
    return bytes;
  }

  /// The final reply to an upload of these bytes.
  private int send(String command, byte[] bytes) throws IOException {
    try (Socket data = wire.openData()) {
      wire.send(command).expect(150);
      data.getOutputStream().write(bytes);
      data.shutdownOutput();
      return wire.read().code();
    }
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] deflated(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var deflater = new DeflaterOutputStream(out)) {
      deflater.write(bytes);
    }
    return out.toByteArray();
  }

  private static String inflated(byte[] bytes) throws IOException {
    try (var inflater = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
      return new String(inflater.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
