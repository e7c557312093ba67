package dev.simpleftp.socket.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.simpleftp.socket.wire.LineBuffer;
import dev.simpleftp.socket.wire.LineBuffer.Line;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// Lines without an end (CWE-770, CWE-120): servers and clients kept what came until the line was
/// whole, and the memory or a buffer of fixed size ran over. R19.
class LineBombTest {
  private static final int MIB = 1 << 20;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void keepsNothingOfAGibibyteWithoutAnEnd() {
    var lines = new LineBuffer(4096);
    var block = ByteBuffer.wrap(letters());
    long before = THREADS.getCurrentThreadAllocatedBytes();
    int cut = 0;
    for (int i = 0; i < 1024; i++) {
      cut += lines.next(block.rewind()) == null ? 0 : 1;
    }
    long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;

    assertThat(allocated).isLessThan(MIB);
    assertThat(cut).isZero();
    var rest = ByteBuffer.wrap("\r\nNOOP\r\n".getBytes(UTF_8));
    assertThat(lines.next(rest)).isEqualTo(new Line("", true));
    assertThat(lines.next(rest)).isEqualTo(new Line("NOOP", false));
  }

  @Test
  void givesUpAReplyWithoutAnEndAtOnce() {
    var lines = LineBuffer.withAnyEnd(16 * 1024);
    var block = ByteBuffer.wrap(letters());

    assertThat(lines.next(block)).isEqualTo(new Line("", true));
    assertThat(block.position()).isLessThan(17 * 1024);
  }

  private static byte[] letters() {
    var letters = new byte[MIB];
    Arrays.fill(letters, (byte) 'x');
    return letters;
  }
}
