package dev.simpleftp.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The Java files of all modules, read as text.
final class SourceTree {
  /// A line that opens a method or constructor: no type, no statement, no initialiser.
  private static final Pattern METHOD =
      Pattern.compile(
          "^ +(?!\\}|.*\\b(class|record|interface|enum|new|return|if|for|while|switch|try|catch)\\b)"
              + "[^=]*\\(?[^=]*\\) *(throws [\\w., ]+)?\\{$");

  private SourceTree() {}

  /// The folder that holds all modules.
  static Path root() {
    Path here = Path.of("").toAbsolutePath();
    return Files.exists(here.resolve("domain")) ? here : here.resolveSibling("");
  }

  /// Every Java file, of main and test; what was built is left out.
  static List<Path> files() {
    try (Stream<Path> files = Files.walk(root())) {
      return files
          .filter(f -> f.toString().endsWith(".java"))
          .filter(f -> root().relativize(f).toString().matches("[\\w-]+/src/.*"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Path> mainFiles() {
    return files().stream().filter(f -> f.toString().contains("/src/main/")).toList();
  }

  static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The methods of more lines than this, counted from the opening to the closing brace.
  ///
  /// The formatter puts both braces at the same indentation, so counting needs no parser.
  static List<String> methodsLongerThan(int limit, List<String> lines) {
    List<String> found = new ArrayList<>();
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (METHOD.matcher(line).matches()) {
        open.push(i);
      } else if (!open.isEmpty() && line.equals(indent(lines.get(open.peek())) + "}")) {
        int start = open.pop();
        if (i - start + 1 > limit) {
          found.add(lines.get(start).strip() + " has " + (i - start + 1) + " lines");
        }
      }
    }
    return found;
  }

  private static String indent(String line) {
    int wide = line.length() - line.stripLeading().length();
    // A signature broken over two lines ends four deeper than its closing brace.
    return " ".repeat(wide >= 6 && line.strip().matches("[^(]*\\).*") ? wide - 4 : wide);
  }
}
