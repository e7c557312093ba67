package dev.simpleftp.socket.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/// The files of a hostile server, what it has told of them, and what it has sent and taken.
final class HostileTree {
  private static final List<String> EVIL =
      List.of(
          "../escape",
          "/etc/escape",
          "..",
          ".",
          "a/b",
          "a\\..\\b",
          "x\0y",
          "x\ry",
          "~",
          "-rf",
          "",
          "|id",
          "$(id)",
          "\u001b[2J",
          "escape\u202e",
          "con.",
          "n".repeat(300));

  private final Random random;
  private final Map<String, byte[]> files = new ConcurrentSkipListMap<>();
  private final Set<String> told = ConcurrentHashMap.newKeySet();
  private final Map<String, List<Sent>> sent = new ConcurrentHashMap<>();
  private final Set<String> lied = ConcurrentHashMap.newKeySet();
  private long offset;
  private String from = "";

  /// What a client got.
  ///
  /// @param whole whether it came from the first octet on and was called complete
  /// @param sizeKnown whether the client had been told the size before
  @SuppressWarnings("ArrayRecordComponent") // nobody compares or changes it
  record Sent(byte[] octets, boolean whole, boolean sizeKnown) {}

  HostileTree(long seed) {
    random = new Random(seed);
    for (String path : List.of("/a.txt", "/b.bin", "/d/c.txt", "/d/e/f")) {
      byte[] content = new byte[random.nextInt(5) == 0 ? 90_000 : random.nextInt(900)];
      random.nextBytes(content);
      files.put(path, content);
    }
  }

  Map<String, byte[]> files() {
    return new TreeMap<>(files);
  }

  synchronized boolean has(String path) {
    return files.containsKey(absolute(path));
  }

  synchronized byte[] content(String path) {
    return files.getOrDefault(absolute(path), new byte[0]);
  }

  synchronized long takeOffset() {
    long taken = offset;
    offset = 0;
    return taken;
  }

  synchronized void sent(String path, byte[] octets, boolean whole) {
    String name = absolute(path);
    sent.computeIfAbsent(name, _ -> new ArrayList<>())
        .add(new Sent(octets, whole, told.contains(name)));
  }

  synchronized void store(String path, byte[] octets, boolean honest) {
    files.put(absolute(path), octets);
    if (!honest) {
      lied.add(absolute(path));
    }
  }

  /// Whether it called an upload complete that was not.
  boolean liedOf(String path) {
    return lied.contains(path);
  }

  /// Whether a client could not know better than to take these octets for the file.
  synchronized boolean mayBeTaken(String path, byte[] octets) {
    byte[] content = files.getOrDefault(path, new byte[0]);
    return Arrays.equals(content, octets)
        || sent.getOrDefault(path, List.of()).stream()
            .anyMatch(s -> s.whole() && !s.sizeKnown() && Arrays.equals(s.octets(), octets));
  }

  /// The reply to a command that moves no data.
  synchronized String answer(String verb, String argument) {
    String path = absolute(argument);
    return switch (verb) {
      case "USER" -> "331 and the password";
      case "PASS" -> "230 in";
      case "FEAT" ->
          "211-\r\n MLST type*;size*;modify*;\r\n SIZE\r\n REST STREAM\r\n UTF8\r\n211 e";
      case "TYPE", "OPTS", "NOOP", "MODE" -> "200 ok";
      case "PWD" -> "257 \"/\"";
      case "CWD" -> isDirectory(path) ? "250 in" : "550 no";
      case "MLST" -> mlst(path);
      case "SIZE" -> files.containsKey(path) ? "213 " + tell(path) : "550 No such file";
      case "MDTM" -> files.containsKey(path) ? "213 20200101000000" : "550 No such file";
      case "REST" -> rest(argument);
      case "RNFR" -> {
        from = path;
        yield files.containsKey(path) ? "350 and then" : "550 No such file";
      }
      case "RNTO" -> rename(path);
      case "DELE" -> files.remove(path) == null ? "550 No such file" : "250 gone";
      case "MKD" -> "257 \"" + path + "\"";
      case "QUIT" -> "221 bye";
      default -> "502 what";
    };
  }

  private String rest(String argument) {
    offset = argument.matches("[0-9]{1,9}") ? Long.parseLong(argument) : 0;
    return "350 so be it";
  }

  private String rename(String path) {
    byte[] moved = files.remove(from);
    if (moved == null) {
      return "550 No such file";
    }
    files.put(path, moved);
    if (lied.remove(from)) {
      lied.add(path);
    }
    return "250 renamed";
  }

  private String mlst(String path) {
    if (isDirectory(path)) {
      return "250-\r\n type=dir; " + path + "\r\n250 End";
    }
    return files.containsKey(path)
        ? "250-\r\n type=file;size=" + tell(path) + "; " + path + "\r\n250 End"
        : "550 No such file";
  }

  /// The lines of a directory, and now and then a name that leads elsewhere.
  ///
  /// @param evil how many lines in a thousand are hostile
  synchronized String listing(String verb, String argument, int evil) {
    String directory = absolute(argument).equals("/") ? "/" : absolute(argument) + "/";
    Map<String, String> lines = new TreeMap<>();
    for (String path : files.keySet()) {
      if (path.startsWith(directory)) {
        String rest = path.substring(directory.length());
        int slash = rest.indexOf('/');
        String name = slash < 0 ? rest : rest.substring(0, slash);
        lines.put(name, line(verb, name, slash < 0 ? tell(path) : -1));
      }
    }
    var text = new StringBuilder();
    for (String line : lines.values()) {
      text.append(line).append("\r\n");
      if (random.nextInt(1000) < evil * 4) {
        String name = EVIL.get(random.nextInt(EVIL.size()));
        text.append(line(verb, name, random.nextInt(3) - 1)).append("\r\n");
      }
    }
    return text.toString();
  }

  private static String line(String verb, String name, long size) {
    boolean directory = size < 0;
    return switch (verb) {
      case "MLSD" -> (directory ? "type=dir; " : "type=file;size=" + size + "; ") + name;
      case "LIST" ->
          (directory ? "drwxr-xr-x" : "-rw-r--r--")
              + " 1 o g %d Nov 20 2020 ".formatted(Math.max(size, 0))
              + name;
      default -> name;
    };
  }

  private long tell(String path) {
    told.add(path);
    return files.getOrDefault(path, new byte[0]).length;
  }

  private boolean isDirectory(String path) {
    return path.equals("/") || files.keySet().stream().anyMatch(p -> p.startsWith(path + "/"));
  }

  private static String absolute(String path) {
    String name = path.isEmpty() ? "/" : path.startsWith("/") ? path : "/" + path;
    return name.length() > 1 && name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
  }

  static String text(byte[] octets) {
    return new String(octets, StandardCharsets.ISO_8859_1);
  }
}
