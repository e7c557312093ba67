package dev.simpleftp.socket.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.simpleftp.filesystem.memory.MemoryTree;
import dev.simpleftp.socket.server.FtpWire;
import dev.simpleftp.socket.server.ManyFiles;
import dev.simpleftp.socket.server.ServerFixture;
import java.io.Closeable;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Too many at once, and others who answer too late: F41, F42, F44.
@ExtendWith(LeakGuard.class)
@SuppressWarnings("NullAway.Init") // made before each test
class OverloadTest {
  private static final int FLOOD = 1_000;
  private static final int PLACES = 50;
  private static final int READERS = 20;
  private static final long MOST_FOR_A_READER = 512 * 1024;

  @TempDir Path folder;
  private final List<Closeable> crowd = new ArrayList<>();

  @AfterEach
  void disperse() throws IOException {
    for (Closeable each : crowd) {
      each.close();
    }
  }

  private <T extends Closeable> T joined(T visitor) {
    crowd.add(visitor);
    return visitor;
  }

  @Test
  void f41TurnsTheSurplusOfAFloodAwayAndServesTheOthers() throws IOException {
    var tree = new MemoryTree();
    var limits = ServerFixture.crowd(PLACES, PLACES, PLACES);
    try (var server = ServerFixture.over(tree::newStore, limits);
        FtpWire before = server.login()) {
      List<FtpWire> flood = new ArrayList<>();
      for (int i = 0; i < FLOOD; i++) {
        flood.add(joined(server.connect()));
      }
      int turnedAway = 0;
      for (FtpWire wire : flood) {
        boolean away = wire.read().code() == 421;
        turnedAway += away ? 1 : 0;
        assertThat(away && !wire.isClosedByServer()).isFalse();
      }

      assertThat(turnedAway).isEqualTo(FLOOD - PLACES + 1);
      before.send("NOOP").expect(200);
      disperse();
      await().until(() -> isServed(server));
    }
  }

  private static boolean isServed(ServerFixture server) throws IOException {
    try (FtpWire wire = server.connect()) {
      return wire.read().code() == 220;
    }
  }

  @Test
  void f42HoldsNoListingInMemoryThatNobodyReads() throws IOException {
    var files = new ManyFiles(100_000);
    try (var server = ServerFixture.over(() -> files, limits -> limits)) {
      long before = heap();
      for (int i = 0; i < READERS; i++) {
        askForListing(joined(server.login()));
      }
      long each = (heap() - before) / READERS;

      assertThat(each).as("octets for each reader").isLessThan(MOST_FOR_A_READER);
      assertThat(files.told()).isLessThan(100_000 * READERS);
      try (FtpWire other = server.login()) {
        other.send("NOOP").expect(200);
      }
    }
  }

  private void askForListing(FtpWire wire) throws IOException {
    int port = FtpWire.portOf(wire.send("EPSV").expect(229));
    SocketChannel data = joined(SocketChannel.open());
    data.setOption(StandardSocketOptions.SO_RCVBUF, 4096);
    data.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    wire.send("LIST").expect(150);
  }

  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  @ParameterizedTest
  @EnumSource
  void f44LetsClientsInThoughNamesAreSlow(Scene scene) throws IOException {
    SlowNames.hold();
    try (FaultSite site = FaultSite.open(scene, folder);
        Guest guest = site.enter()) {
      assertThat(FaultSite.retrieve(guest, "old")).isEqualTo(FaultSite.OLD);

      assertThat(SlowNames.asked()).isZero();
    } finally {
      SlowNames.release();
    }
  }

  @Test
  void f44AsksForNamesInVainMeanwhile() throws Exception {
    SlowNames.hold();
    var name = new FutureTask<>(InetAddress.getByAddress(new byte[] {127, 0, 0, 77})::getHostName);
    Thread.ofVirtual().start(name);
    try {
      await().until(() -> SlowNames.asked() == 1);
      assertThat(name.isDone()).isFalse();
    } finally {
      SlowNames.release();
    }
    name.get();
  }
}
