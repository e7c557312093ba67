package dev.simpleftp.socket.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// The first bytes of a trusted proxy: a header or an exception, and no byte behind it is taken.
class ProxyHeaderFuzzTest {
  private static final int LONGEST = 16 + 4096;

  @FuzzTest
  void anyBytesAreAHeaderOrRefused(byte[] bytes) {
    check(bytes);
  }

  @Property(tries = 300)
  void noBytesAreTakenForMoreThanTheyAre(@ForAll byte[] bytes) {
    byte[] header = "PROXY TCP4 1.2.3.4 5.6.7.8 9 10\r\n".getBytes(StandardCharsets.US_ASCII);
    byte[] all = new byte[header.length + bytes.length];
    System.arraycopy(header, 0, all, 0, header.length);
    System.arraycopy(bytes, 0, all, header.length, bytes.length);
    var in = new ByteArrayInputStream(all);
    try {
      assertThat(ProxyHeader.read(in).ends()).isPresent();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    assertThat(in.available()).isEqualTo(bytes.length);
    check(bytes);
  }

  private static void check(byte[] bytes) {
    var in = new ByteArrayInputStream(bytes);
    try {
      ProxyHeader.read(in)
          .ends()
          .ifPresent(ends -> {
            assertThat(ends.client().isUnresolved()).isFalse();
            assertThat(ends.client().getPort()).isBetween(0, 65_535);
          });
    } catch (IOException e) {
      assertThat(e).isNotNull();
    }
    assertThat(bytes.length - in.available()).isLessThanOrEqualTo(LONGEST);
  }
}
