package dev.simpleftp.console.terminal;

import dev.simpleftp.domain.ByteSize;
import dev.simpleftp.domain.Progress;
import java.time.Duration;
import java.util.Locale;

/// Draws how far a transfer has come in one line that fits the terminal.
///
/// `big.bin 43% [#########> ] 12.3 MiB 2.3 MiB/s ETA 0:07`; what was there before the transfer
/// began is drawn as `+`. A narrow terminal loses the bar first, then the end of the line.
public final class ProgressLine {
  private static final int LONGEST_NAME = 30;
  private static final int LONGEST_BAR = 40;
  private static final int SHORTEST_BAR = 5;

  private ProgressLine() {}

  /// Draws the line.
  ///
  /// @param width columns of the terminal; the line leaves the last one free, so it never wraps
  public static String render(String name, Progress progress, int width) {
    return render(name, progress, "", width);
  }

  /// The same with a word on what is going on, such as `[checking]`, instead of rate and time.
  ///
  /// @param state empty while octets move
  public static String render(String name, Progress progress, String state, int width) {
    int room = Math.max(1, width - 1);
    String label =
        TerminalText.fit(TerminalText.clean(name), Math.min(LONGEST_NAME, Math.max(1, room / 3)));
    String percent = progress.fraction().map(ProgressLine::percent).orElse("");
    String numbers = state.isEmpty() ? numbers(progress) : amount(progress) + "  [" + state + "]";
    int bar =
        room - TerminalText.width(label) - percent.length() - numbers.length() - " []".length();
    String line =
        bar >= SHORTEST_BAR && progress.fraction().isPresent()
            ? label + percent + " [" + bar(progress, Math.min(bar, LONGEST_BAR)) + "]" + numbers
            : label + percent + numbers;
    return TerminalText.width(line) <= room ? line : cut(line, room);
  }

  private static String percent(double fraction) {
    return String.format(Locale.ROOT, " %3d%%", (int) (fraction * 100));
  }

  private static String numbers(Progress progress) {
    String rate = "  " + new ByteSize((long) progress.rate()) + "/s";
    return amount(progress)
        + rate
        + progress.remaining().map(left -> "  ETA " + clock(left)).orElse("");
  }

  private static String amount(Progress progress) {
    return "  " + new ByteSize(progress.done());
  }

  private static String bar(Progress progress, int cells) {
    double total = Math.max(1, progress.total().orElse(1));
    int done = cells(progress.done(), total, cells);
    int before = Math.min(done, cells(progress.start(), total, cells));
    String head = done < cells ? ">" : "";
    return "+".repeat(before)
        + "#".repeat(done - before)
        + head
        + " ".repeat(cells - done - head.length());
  }

  private static int cells(long octets, double total, int cells) {
    return (int) Math.min(cells, octets / total * cells);
  }

  static String clock(Duration time) {
    long hours = time.toHours();
    if (hours > 99) {
      return "--:--";
    }
    return hours > 0
        ? String.format(
            Locale.ROOT, "%d:%02d:%02d", hours, time.toMinutesPart(), time.toSecondsPart())
        : String.format(Locale.ROOT, "%d:%02d", time.toMinutesPart(), time.toSecondsPart());
  }

  private static String cut(String line, int room) {
    int end = line.length();
    while (end > 0 && TerminalText.width(line.substring(0, end)) > room) {
      end = line.offsetByCodePoints(end, -1);
    }
    return line.substring(0, end);
  }
}
