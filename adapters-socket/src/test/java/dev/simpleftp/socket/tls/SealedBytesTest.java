package dev.simpleftp.socket.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class SealedBytesTest {
  private static final int RECORD = 16 * 1024;

  private final SealedBytes sealed = new SealedBytes();

  /// Most handshakes begin with more than a little, and then wait.
  @Test
  void makesRoomForOneRecordBehindALittle() throws IOException {
    fill();

    assertThat(capacityOfNext()).isEqualTo(RECORD);
  }

  @Test
  void makesRoomForSeveralRecordsWhereOneWasFull() throws IOException {
    fill();
    fill();

    assertThat(capacityOfNext()).isEqualTo(4 * RECORD);
  }

  @Test
  void keepsNoRoomWhereNothingComes() throws IOException {
    sealed.receive(_ -> 0, RECORD);

    assertThat(sealed.bytes().capacity()).isZero();
  }

  private void fill() throws IOException {
    sealed.receive(
        into -> {
          int count = into.remaining();
          into.position(into.limit());
          return count;
        },
        RECORD);
  }

  private int capacityOfNext() throws IOException {
    sealed.receive(_ -> -1, RECORD);
    return sealed.bytes().capacity();
  }
}
