package dev.simpleftp.filesystem.journal;

import dev.simpleftp.application.port.out.TransferJournal;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FileKind;
import dev.simpleftp.domain.FileName;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One unfinished copy, as a text that people can read too.
///
/// The first line tells the format; then one word, a blank and a value in each line.
record JournalNote(TransferJournal.Key key, TransferJournal.Note note) {
  private static final String FORMAT = "simpleftp-copy 1";

  String write() {
    FileEntry source = note.source();
    return String.join(
        "\n",
        FORMAT,
        "from " + EscapedLine.write(key.from()),
        "to " + EscapedLine.write(key.to()),
        "name " + EscapedLine.write(source.name().text()),
        "size " + source.size(),
        "modified " + source.modified(),
        "mode " + Integer.toOctalString(source.mode()),
        "unique " + EscapedLine.write(source.unique()),
        "part " + EscapedLine.write(note.part()),
        "end",
        "");
  }

  /// The note of a text; empty when that is damaged, cut off, or of another version.
  static Optional<JournalNote> read(String text) {
    List<String> lines = text.lines().toList();
    boolean whole =
        lines.size() > 2 && lines.getFirst().equals(FORMAT) && lines.getLast().equals("end");
    if (!whole) {
      return Optional.empty();
    }
    Map<String, String> values = new HashMap<>();
    for (String line : lines) {
      int blank = line.indexOf(' ');
      if (blank > 0) {
        EscapedLine.read(line.substring(blank + 1))
            .ifPresent(value -> values.put(line.substring(0, blank), value));
      }
    }
    return of(values);
  }

  private static Optional<JournalNote> of(Map<String, String> values) {
    String from = values.get("from");
    String to = values.get("to");
    if (from == null || to == null) {
      return Optional.empty();
    }
    String part = values.getOrDefault("part", "");
    return source(values)
        .map(source ->
            new JournalNote(
                new TransferJournal.Key(from, to), new TransferJournal.Note(source, part)));
  }

  private static Optional<FileEntry> source(Map<String, String> values) {
    try {
      return Optional.of(
          new FileEntry(
              new FileName(values.getOrDefault("name", "")),
              FileKind.FILE,
              Long.parseLong(values.getOrDefault("size", "")),
              Instant.parse(values.getOrDefault("modified", "")),
              Integer.parseInt(values.getOrDefault("mode", ""), 8),
              values.getOrDefault("unique", "")));
    } catch (IllegalArgumentException | DateTimeException _) {
      return Optional.empty();
    }
  }
}
