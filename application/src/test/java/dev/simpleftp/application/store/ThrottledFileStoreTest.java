package dev.simpleftp.application.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simpleftp.application.port.out.ProgressListener;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ReadableByteChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThrottledFileStoreTest {
  private static final int KIB = 1024;

  private final FakePace time = new FakePace();

  private Throttle throttle(Rate... rates) {
    return new Throttle(List.of(rates), time.pace());
  }

  private static ReadableByteChannel source(int octets) {
    return Channels.newChannel(new ByteArrayInputStream(new byte[octets]));
  }

  private void read(ReadableByteChannel source, ProgressListener progress, Throttle throttle)
      throws IOException {
    var throttled = new ThrottledSource(source, throttle, progress);
    ByteBuffer buffer = ByteBuffer.allocate(1 << 20);
    while (throttled.read(buffer) >= 0) {
      buffer.clear();
    }
  }

  @Test
  void takesTheTimeOfItsRate() throws IOException {
    read(source(10 * KIB), ProgressListener.NONE, throttle(new Rate(KIB)));

    assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void theSlowerOfTwoRatesCounts() throws IOException {
    read(source(10 * KIB), ProgressListener.NONE, throttle(new Rate(100 * KIB), new Rate(2 * KIB)));

    assertThat(time.elapsed()).isBetween(Duration.ofMillis(4_990), Duration.ofMillis(5_010));
  }

  @Test
  void sessionsThatShareARateShareItsTime() throws IOException {
    var shared = new Rate(KIB);

    read(source(4 * KIB), ProgressListener.NONE, throttle(shared));
    read(source(4 * KIB), ProgressListener.NONE, throttle(shared));

    assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(8));
  }

  @Test
  void savesNothingUpWhileNothingMoves() throws IOException {
    var rate = new Rate(KIB);
    read(source(KIB), ProgressListener.NONE, throttle(rate));
    time.pass(Duration.ofHours(1));
    Duration before = time.elapsed();

    read(source(2 * KIB), ProgressListener.NONE, throttle(rate));

    assertThat(time.elapsed().minus(before)).isEqualTo(Duration.ofSeconds(2));
  }

  /// Many sessions share a slow rate, so each waits long for its turn.
  @Test
  void tellsThatItLivesFourTimesASecond() throws IOException {
    var shared = new Rate(KIB);
    shared.book(100 * KIB, time.pace().now());
    List<Duration> told = new ArrayList<>();

    read(source(KIB), whileWaiting(() -> told.add(time.elapsed())), throttle(shared));

    for (int i = 1; i < told.size(); i++) {
      assertThat(told.get(i).minus(told.get(i - 1))).isLessThanOrEqualTo(Duration.ofMillis(250));
    }
    assertThat(told.getLast()).isGreaterThan(Duration.ofSeconds(100));
  }

  @Test
  void stopsWaitingSoonAfterItsChannelIsClosed() throws IOException {
    var shared = new Rate(KIB);
    shared.book(100 * KIB, time.pace().now());
    ReadableByteChannel source = source(KIB);
    ProgressListener closing =
        whileWaiting(() -> {
          if (time.elapsed().compareTo(Duration.ofSeconds(3)) > 0) {
            close(source);
          }
        });

    assertThatThrownBy(() -> read(source, closing, throttle(shared)))
        .isInstanceOf(ClosedChannelException.class);
    assertThat(time.elapsed()).isLessThan(Duration.ofMillis(3_600));
  }

  private static ProgressListener whileWaiting(Runnable action) {
    return new ProgressListener() {
      @Override
      public void moved(long transferred) {}

      @Override
      public void waits() {
        action.run();
      }
    };
  }

  private static void close(ReadableByteChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aDownloadTakesTheTimeOfItsRateToo() throws IOException {
    var sink = new ByteArrayOutputStream();
    var download = new ThrottledDownload(new ZeroDownload(3 * KIB), throttle(new Rate(KIB)));
    List<Long> told = new ArrayList<>();

    long moved = download.transferTo(Channels.newChannel(sink), told::add);

    assertThat(moved).isEqualTo(3 * KIB);
    assertThat(sink.size()).isEqualTo(3 * KIB);
    assertThat(told).isSorted().endsWith(3L * KIB).hasSizeGreaterThanOrEqualTo(12);
    assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void aRateIsAtLeastOneKibibyte() {
    assertThatThrownBy(() -> new Rate(1023)).isInstanceOf(IllegalArgumentException.class);
  }
}
