package dev.simpleftp.socket.wire;

import dev.simpleftp.domain.LosslessUtf8;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The lines of a dialect and what they tell, from `listings/NAME.txt` of the test resources.
///
/// `| line` is one of a listing, `= expectation` what the line above tells: `KIND SIZE TIME NAME`,
/// `remark` or `unread`. `\xNN` stands for a byte.
final class ListingCorpus {
  private ListingCorpus() {}

  static List<Sample> of(ListingDialect dialect) throws IOException {
    List<Sample> samples = new ArrayList<>();
    for (String row : text(dialect).split("\n", -1)) {
      if (row.startsWith("| ")) {
        samples.add(new Sample(unescaped(row.substring(2)), ""));
      } else if (row.startsWith("= ")) {
        Sample last = samples.removeLast();
        samples.add(new Sample(last.line, unescaped(row.substring(2))));
      }
    }
    return samples;
  }

  static List<String> lines() throws IOException {
    List<String> lines = new ArrayList<>();
    for (ListingDialect dialect : ListingDialect.values()) {
      of(dialect).forEach(sample -> lines.add(sample.line));
    }
    return lines;
  }

  /// What a line tells, written as the corpus writes it.
  static String written(ListedLine told) {
    return switch (told) {
      case ListedLine.Entry(var e, _, _) ->
          e.kind() + " " + e.size() + " " + e.modified() + " " + e.name();
      case ListedLine.Remark _ -> "remark";
      case ListedLine.Unread _ -> "unread";
    };
  }

  private static String text(ListingDialect dialect) throws IOException {
    String name = "/listings/" + dialect.name().toLowerCase(Locale.ROOT) + ".txt";
    try (var in = ListingCorpus.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new AssertionError("There is no corpus of this dialect: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String unescaped(String text) {
    var out = new ByteArrayOutputStream();
    int i = 0;
    while (i < text.length()) {
      if (text.startsWith("\\x", i)) {
        out.write(Integer.parseInt(text, i + 2, i + 4, 16));
        i += 4;
      } else {
        out.writeBytes(text.substring(i, i + 1).getBytes(StandardCharsets.UTF_8));
        i++;
      }
    }
    return LosslessUtf8.decode(out.toByteArray());
  }

  /// @param told what the line must tell; empty when only the next line shows it
  record Sample(String line, String told) {
    boolean isGood() {
      return !told.isEmpty() && !told.equals("remark") && !told.equals("unread");
    }
  }
}
