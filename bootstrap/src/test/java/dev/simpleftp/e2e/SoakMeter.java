package dev.simpleftp.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Measures a virtual machine from the outside.
final class SoakMeter {
  private static final Pattern TOTAL = Pattern.compile("Total +\\d+ +(\\d+)");

  private final long pid;
  private final List<Sample> samples = new ArrayList<>();

  SoakMeter(long pid) {
    this.pid = pid;
  }

  /// @param heap KiB that are alive
  /// @param descriptors that are open
  /// @param threads of the operating system
  record Sample(long heap, long descriptors, long threads) {}

  Sample take() throws Exception {
    var sample = new Sample(heap(), descriptors(), threads());
    samples.add(sample);
    return sample;
  }

  List<Sample> samples() {
    return List.copyOf(samples);
  }

  /// KiB by which the heap grew from one sample to the next: the slope of the line that lies
  /// nearest to all but the first `skipped` samples.
  double slope(int skipped) {
    List<Sample> counted = samples.subList(Math.min(skipped, samples.size()), samples.size());
    double middle = (counted.size() - 1) / 2.0;
    double mean = counted.stream().mapToLong(Sample::heap).average().orElse(0);
    double above = 0;
    double below = 0;
    for (int i = 0; i < counted.size(); i++) {
      above += (i - middle) * (counted.get(i).heap() - mean);
      below += (i - middle) * (i - middle);
    }
    return below == 0 ? 0 : above / below;
  }

  long descriptors() throws IOException {
    try (var open = Files.list(Path.of("/proc", "" + pid, "fd"))) {
      return open.count();
    }
  }

  long threads() throws IOException {
    try (var running = Files.list(Path.of("/proc", "" + pid, "task"))) {
      return running.count();
    }
  }

  /// What is alive: to count it, the machine collects first.
  private long heap() throws Exception {
    var total = TOTAL.matcher(jcmd("GC.class_histogram"));
    if (!total.find()) {
      throw new AssertionError("the histogram has no total");
    }
    return Long.parseLong(total.group(1)) / 1024;
  }

  private String jcmd(String command) throws Exception {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    var ended = Tools.run(Path.of(""), jcmd, String.valueOf(pid), command);
    if (ended.exitCode() != 0) {
      throw new AssertionError("jcmd " + command + ": " + ended);
    }
    return ended.out();
  }
}
