package dev.simpleftp.socket.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.simpleftp.domain.DigestAlgorithm;
import dev.simpleftp.domain.LosslessUtf8;
import dev.simpleftp.domain.OctetRange;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.socket.wire.LineBuffer.Line;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/// The bytes of a server, up to what a client takes out of its replies.
class ReplyFuzzTest {
  private static final int LONGEST = 1024;

  @FuzzTest
  void anyBytesAreRepliesOrMalformed(byte[] bytes) {
    check(bytes);
  }

  @Property(tries = 300)
  void anyTextIsARepliesOrMalformed(@ForAll("talk") String text) {
    check(LosslessUtf8.encode(text));
  }

  @Property(tries = 300)
  void whatTheServerWritesTheClientReads(
      @ForAll("lines") List<String> lines, @ForAll @IntRange(min = 100, max = 599) int code)
      throws MalformedReply {
    var codec = new ReplyCodec(LONGEST * LONGEST);
    Optional<Reply> read = Optional.empty();
    for (String line : ReplyCodec.encode(new Reply(code, lines)).split("\r\n", 0)) {
      assertThat(read).isEmpty();
      read = codec.add(line);
    }
    assertThat(read.map(Reply::code)).contains(code);
    assertThat(read.map(r -> r.lines().size())).contains(lines.size());
    assertThat(read.map(r -> r.lines().getFirst())).contains(lines.getFirst());
    assertThat(read.map(r -> r.lines().getLast())).contains(lines.getLast());
  }

  @Property(tries = 300)
  void anyAddressIsReadAsItWasWritten(
      @ForAll @IntRange(max = 255) int number, @ForAll @IntRange(max = 65_535) int port) {
    var written = new HostPort(List.of(127, number, 0, 255 - number), port);

    assertThat(HostPort.find("Entering (" + written.sixNumbers() + ").")).contains(written);
    assertThat(HostPort.findExtended("(|||" + port + "|)").isPresent()).isEqualTo(port > 0);
  }

  private static void check(byte[] bytes) {
    var buffer = LineBuffer.withAnyEnd(LONGEST);
    var codec = new ReplyCodec(LONGEST);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      for (Line line = buffer.next(in); line != null; line = buffer.next(in)) {
        codec.add(line.text()).ifPresent(ReplyFuzzTest::checkReply);
      }
    } catch (MalformedReply e) {
      assertThat(e.getMessage()).endsWith(".");
    }
  }

  private static void checkReply(Reply reply) {
    HostPort.find(reply.text())
        .ifPresent(found -> {
          assertThat(found.port()).isBetween(0, 65_535);
          assertThat(HostPort.find(found.sixNumbers())).contains(found);
        });
    HostPort.findExtended(reply.text()).ifPresent(port -> assertThat(port).isBetween(1, 65_535));
    assertThat(Refusals.read(reply, Refusal.NOT_FOUND).getMessage()).isNotEmpty();
    for (DigestAlgorithm algorithm : DigestAlgorithm.values()) {
      DigestReply.ofHash(reply, algorithm, OctetRange.WHOLE);
      DigestReply.ofSister(reply, algorithm)
          .ifPresent(digest -> assertThat(digest.algorithm()).isEqualTo(algorithm));
    }
    reply.lines().forEach(MlsxLine::read);
  }

  @Provide
  Arbitrary<String> talk() {
    return Arbitraries.of(
            "2",
            "20",
            "227 ",
            "229-",
            "229 ",
            "(|||1|)",
            "127,0,0,1,4,5",
            " 300",
            "550-x",
            "\r",
            "\n",
            "\r\n",
            "\0",
            "250 SHA-256 0-0 ",
            "00000000",
            "\u00fe",
            "-",
            "999 x")
        .list()
        .ofMaxSize(30)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<List<String>> lines() {
    return Arbitraries.of("", " a", "200 x", "b", "-", "227", "é", "5 5")
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }
}
