package dev.simpleftp.socket.server;

import dev.simpleftp.socket.wire.Verb;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// A script under `dialogues/`; [DialogueTest] tells how it is written.
///
/// @param name that of its file, without `.ftp`
record Dialogue(String name, List<String> lines) {
  private static final int FINAL = 200;

  Dialogue {
    lines = List.copyOf(lines);
  }

  /// All there are, sorted by name.
  static List<Dialogue> all() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      List<Dialogue> all = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString().replace(".ftp", "");
        all.add(new Dialogue(name, Files.readAllLines(file)));
      }
      return all;
    }
  }

  /// Who speaks, by the beginning of the name.
  Speaker speaker() {
    return Stream.of(Speaker.values()).filter(s -> name.startsWith(s.prefix)).findFirst().get();
  }

  /// Each verb with each reply to it, preliminary ones included.
  List<Exchange> exchanges() {
    List<Exchange> exchanges = new ArrayList<>();
    Deque<String> open = new ArrayDeque<>();
    for (String line : lines) {
      if (line.startsWith("C: ")) {
        open.add(line.substring(3));
      } else if (line.startsWith("S: ") && !open.isEmpty()) {
        int code = Integer.parseInt(line, 3, 6, 10);
        String command = code < FINAL ? open.element() : open.remove();
        verb(command)
            .ifPresent(v -> exchanges.add(new Exchange(v, code, line.substring(6), speaker())));
      }
    }
    return exchanges;
  }

  private static Optional<Verb> verb(String command) {
    int blank = command.indexOf(' ');
    return Verb.of(blank < 0 ? command : command.substring(0, blank));
  }

  private static Path folder() throws IOException {
    try {
      return Path.of(Objects.requireNonNull(Dialogue.class.getResource("/dialogues")).toURI());
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  /// One reply to one command.
  ///
  /// @param text what the reply must contain
  record Exchange(Verb verb, int code, String text, Speaker speaker) {}

  /// The logins of [ServerFixture]. The last one speaks where no other prefix fits.
  enum Speaker {
    /// Not logged in yet.
    STRANGER("raw-", ""),
    READER("reader-", "bob"),
    /// May put files and see nothing.
    DROP_BOX("drop-", "carol"),
    ANYBODY("", "alice");

    private final String prefix;
    private final String user;

    Speaker(String prefix, String user) {
      this.prefix = prefix;
      this.user = user;
    }

    /// The name to log in with; empty for a stranger.
    String user() {
      return user;
    }
  }
}
