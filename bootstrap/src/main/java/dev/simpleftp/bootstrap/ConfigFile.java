package dev.simpleftp.bootstrap;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.OptionGroup;
import org.apache.commons.cli.Options;

/// Reads a configuration file: lines `key = value`, where the keys are the names of the options.
///
/// A `#` begins a comment only where it begins the line, and a backslash is a backslash: the value
/// is the rest of the line without the blanks around it. Whatever is wrong is told in one sentence
/// with the file and the line.
final class ConfigFile {
  private static final int MOST_BYTES = 1 << 20;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Path file;
  private final Path base;
  private final Options keys;
  private final Map<String, List<Given>> given = new HashMap<>();
  private final Map<String, Integer> firstLines = new HashMap<>();
  private int number;

  private ConfigFile(Path file, Options keys) {
    this.file = file;
    this.base = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
    this.keys = keys;
  }

  /// The values of each key.
  ///
  /// @param keys the options that the file may set
  /// @throws UsageError naming the file and the first line that cannot be read
  static Map<String, List<Given>> read(Path file, Options keys) throws UsageError {
    var reading = new ConfigFile(file, keys);
    reading.lines(bytes(file));
    return reading.given;
  }

  private static byte[] bytes(Path file) throws UsageError {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    } catch (NoSuchFileException _) {
      throw new UsageError(
          "The configuration file %s does not exist; make it or name another with --config."
              .formatted(file));
    } catch (IOException _) {
      throw new UsageError(
          "The configuration file %s cannot be read; check that it is a file and its permissions."
              .formatted(file));
    }
    if (bytes.length > MOST_BYTES) {
      throw new UsageError(
          "The configuration file %s is larger than 1 MiB; name the right one with --config."
              .formatted(file));
    }
    return bytes;
  }

  private void lines(byte[] bytes) throws UsageError {
    int start = 0;
    for (int end = 0; end <= bytes.length; end++) {
      if (end == bytes.length || bytes[end] == '\n') {
        number++;
        line(decoded(ByteBuffer.wrap(bytes, start, end - start)).strip());
        start = end + 1;
      }
    }
  }

  /// A Windows editor may begin the file with a mark, which says nothing.
  private String decoded(ByteBuffer line) throws UsageError {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(line).toString();
      return number == 1 && text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException _) {
      throw wrong("this is not UTF-8; save the file in UTF-8");
    }
  }

  private void line(String text) throws UsageError {
    if (text.isEmpty() || text.startsWith("#")) {
      return;
    }
    int equals = text.indexOf('=');
    if (equals < 0) {
      throw wrong("there is no '='; write key = value, or begin a comment with #");
    }
    String key = text.substring(0, equals).strip();
    Option option = keys.getOption(key);
    // The library would also take a short name, and hyphens in front.
    if (option == null || !key.equals(option.getLongOpt())) {
      throw unknown(key);
    }
    String value = text.substring(equals + 1).strip();
    if (value.isEmpty()) {
      throw wrong(key + " has no value; write one behind the '=', or remove the line");
    }
    checkOnce(option);
    add(option, new Given(at() + key, value, base));
  }

  private void checkOnce(Option option) throws UsageError {
    Integer first = firstLines.putIfAbsent(option.getLongOpt(), number);
    if (first != null && !Arguments.isRepeatable(option)) {
      throw wrong(
          "%s stands already in line %d; keep one of them".formatted(option.getLongOpt(), first));
    }
  }

  private void add(Option option, Given value) throws UsageError {
    if (!option.hasArg() && !isTrue(value)) {
      return;
    }
    OptionGroup group = keys.getOptionGroup(option);
    for (Option other : group == null ? List.<Option>of() : group.getOptions()) {
      if (!other.equals(option) && given.containsKey(other.getLongOpt())) {
        throw wrong(
            "%s cannot be used together with %s; keep one of them"
                .formatted(option.getLongOpt(), other.getLongOpt()));
      }
    }
    given.computeIfAbsent(option.getLongOpt(), _ -> new ArrayList<>()).add(value);
  }

  private static boolean isTrue(Given flag) throws UsageError {
    return switch (flag.value()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw flag.wrong("choose one of true, false");
    };
  }

  private UsageError unknown(String key) {
    String remedy =
        Arguments.meant(key, keys)
            .map(meant -> "did you mean " + meant + "?")
            .orElse("the keys are the options in simpleftp server --help.");
    return new UsageError("%sthere is no key '%s'; %s".formatted(at(), Given.shown(key), remedy));
  }

  private UsageError wrong(String what) {
    return new UsageError(at() + what + ".");
  }

  private String at() {
    return "%s, line %d: ".formatted(file, number);
  }
}
