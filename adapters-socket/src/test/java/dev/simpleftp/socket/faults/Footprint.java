package dev.simpleftp.socket.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What this process holds: threads of a server, virtual ones too, and open descriptors. A passive
/// port that is listened on is a descriptor.
///
/// @param threads each by a line of a thread dump
/// @param descriptors each by what it leads to; what the virtual machine opens for itself is left
///   out
public record Footprint(List<String> threads, List<String> descriptors) {
  private static final Duration SOON = Duration.ofSeconds(2);
  private static final Path OPEN = Path.of("/proc/self/fd");

  /// The one of this moment.
  public static Footprint now() {
    return new Footprint(threadsNow(), descriptorsNow());
  }

  /// Waits until the process holds no more than this again.
  ///
  /// @throws AssertionError naming what was left two seconds later
  public void awaitAgain() {
    await()
        .atMost(SOON)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(5))
        .untilAsserted(this::assertAgain);
  }

  private void assertAgain() {
    assertThat(descriptorsNow()).as("descriptors").hasSizeLessThanOrEqualTo(descriptors.size());
    assertThat(threadsNow()).as("threads").hasSizeLessThanOrEqualTo(threads.size());
  }

  private static List<String> threadsNow() {
    try {
      Path folder = Files.createTempDirectory("threads");
      Path dump = folder.resolve("dump");
      ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
          .dumpThreads(dump.toString(), ThreadDumpFormat.TEXT_PLAIN);
      try (Stream<String> lines = Files.lines(dump)) {
        return lines.filter(line -> line.startsWith("#") && line.contains("simpleftp")).toList();
      } finally {
        Files.delete(dump);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> descriptorsNow() {
    List<String> result = new ArrayList<>();
    try (Stream<Path> open = Files.list(OPEN)) {
      open.forEach(descriptor -> add(descriptor, result));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return result;
  }

  private static void add(Path descriptor, List<String> result) {
    try {
      String target = Files.readSymbolicLink(descriptor).toString();
      if (!isOfTheMachine(target)) {
        result.add(target);
      }
    } catch (IOException _) {
      // It was closed meanwhile.
    }
  }

  /// Libraries are opened when they are first needed, and stay.
  private static boolean isOfTheMachine(String target) {
    return target.startsWith("/dev/")
        || target.startsWith("/proc/")
        || target.endsWith(".jar")
        || target.endsWith("/modules");
  }
}
