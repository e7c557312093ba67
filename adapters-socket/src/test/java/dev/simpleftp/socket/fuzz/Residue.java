package dev.simpleftp.socket.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/// What sessions might leave behind: descriptors, threads and memory.
///
/// @param descriptors open in this process
/// @param heap octets in use after a collection
record Residue(long descriptors, long heap) {
  private static final long DESCRIPTORS_OF_THE_JDK = 8;
  private static final long HEAP_OF_THE_REST = 48L << 20;
  private static final long HEAP_PER_SESSION = 1 << 10;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  static Residue now() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return new Residue(open(), runtime.totalMemory() - runtime.freeMemory());
  }

  /// Waits until all is as it was, but for what the JDK keeps for itself.
  ///
  /// @param sessions that were played since
  void assertNothingMore(long sessions, Path folder) throws IOException {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(open())
                .as("open descriptors")
                .isLessThanOrEqualTo(descriptors + DESCRIPTORS_OF_THE_JDK));
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(threads(folder)).as("threads of sessions").isEmpty());
    assertThat(now().heap())
        .as("heap in use after %d sessions", sessions)
        .isLessThan(heap + HEAP_OF_THE_REST + sessions * HEAP_PER_SESSION);
  }

  private static long open() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getOpenFileDescriptorCount()
        : 0;
  }

  private static List<String> threads(Path folder) throws IOException {
    Path dump = Files.createTempDirectory(folder, "threads").resolve("dump.json");
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .dumpThreads(dump.toAbsolutePath().toString(), ThreadDumpFormat.JSON);
    try (Stream<String> lines = Files.lines(dump)) {
      return lines
          .filter(line ->
              line.contains("\"simpleftp-control\"") || line.contains("\"simpleftp-transfer\""))
          .toList();
    }
  }
}
