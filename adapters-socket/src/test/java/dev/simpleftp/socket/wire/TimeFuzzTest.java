package dev.simpleftp.socket.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.simpleftp.domain.LosslessUtf8;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/// The times of RFC 3659, and the numbers in front of them.
class TimeFuzzTest {

  @FuzzTest
  void anyTextIsATimeOrNone(byte[] bytes) {
    String text = LosslessUtf8.decode(bytes);
    FtpTime.read(text)
        .ifPresent(time -> {
          assertThat(FtpTime.isWritable(time)).isTrue();
          String written = FtpTime.write(time);
          boolean leapSecond = text.startsWith("60", 12);
          assertThat(text.startsWith(written) || leapSecond).as("%s %s", text, written).isTrue();
        });
    Decimal.read(text).ifPresent(number -> assertThat(number).isNotNegative());
  }

  @Property(tries = 300)
  void whatIsWrittenIsRead(
      @ForAll @LongRange(min = FtpTime.FIRST_SECOND, max = FtpTime.LAST_SECOND) long second) {
    Instant time = Instant.ofEpochSecond(second);

    assertThat(FtpTime.read(FtpTime.write(time))).contains(time);
  }
}
