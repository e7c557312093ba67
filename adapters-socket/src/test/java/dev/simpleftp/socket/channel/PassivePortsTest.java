package dev.simpleftp.socket.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassivePortsTest {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  private final Random random = new Random(1);

  @Test
  void leasesEachPortOnceUntilItComesBack() throws IOException {
    int first = FreePorts.inARow(3);
    var ports = new PassivePorts(first, first + 2);
    List<PassivePorts.Lease> leases = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      leases.add(ports.lease(LOOPBACK, random));
    }
    assertThat(leases)
        .extracting(PassivePortsTest::port)
        .containsExactlyInAnyOrder(first, first + 1, first + 2);
    assertThatThrownBy(() -> ports.lease(LOOPBACK, random)).isInstanceOf(BindException.class);

    int returned = port(leases.getFirst());
    end(leases.removeFirst());
    leases.add(ports.lease(LOOPBACK, random));

    assertThat(port(leases.getLast())).isEqualTo(returned);
    for (PassivePorts.Lease lease : leases) {
      end(lease);
    }
  }

  @Test
  void leavesTheChoiceToChance() throws IOException {
    int first = FreePorts.inARow(3);

    assertThat(choices(first, new Random(1))).isNotEqualTo(choices(first, new Random(2)));
  }

  private static List<Integer> choices(int first, Random chance) throws IOException {
    var ports = new PassivePorts(first, first + 2);
    List<Integer> choices = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      PassivePorts.Lease lease = ports.lease(LOOPBACK, chance);
      choices.add(port(lease));
      end(lease);
    }
    return choices;
  }

  @Test
  void skipsAPortThatAnotherProgramHoldsAndTakesItWhenItIsFree() throws IOException {
    int first = FreePorts.inARow(2);
    var ports = new PassivePorts(first, first + 1);
    try (var _ = new ServerSocket(first, 1, LOOPBACK)) {
      for (int i = 0; i < 8; i++) {
        PassivePorts.Lease lease = ports.lease(LOOPBACK, random);
        assertThat(port(lease)).isEqualTo(first + 1);
        end(lease);
      }
    }
    PassivePorts.Lease second = ports.lease(LOOPBACK, random);
    PassivePorts.Lease freed = ports.lease(LOOPBACK, random);

    assertThat(port(freed)).isEqualTo(first);
    end(second);
    end(freed);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0, 9", "9, 8", "1, 65536", "-1, 5"})
  void refusesWhatIsNoRange(int first, int last) {
    assertThatThrownBy(() -> new PassivePorts(first, last))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static int port(PassivePorts.Lease lease) {
    return port(lease.listener());
  }

  private static int port(ServerSocketChannel listener) {
    try {
      return ((InetSocketAddress) listener.getLocalAddress()).getPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void end(PassivePorts.Lease lease) throws IOException {
    lease.listener().close();
    lease.end().run();
  }
}
