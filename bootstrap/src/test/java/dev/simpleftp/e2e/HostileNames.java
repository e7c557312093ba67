package dev.simpleftp.e2e;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Listings that try to lead out of a directory or onto a terminal.
final class HostileNames {
  private static final String RED = "\u001B[31m";
  private static final String TITLE = "\u001B]0;owned\u0007";

  private HostileNames() {}

  /// One listing with each of them.
  ///
  /// @param outside a directory that must not change
  static List<String> all(Path outside) {
    List<String> names = new ArrayList<>(leadingOut(outside));
    names.addAll(List.of(RED + "red", TITLE, "a\rb", "a\u0000b", "a\u0008b", "a\u007Fb"));
    names.addAll(List.of("c1\u009B31m", "a\u202Eb", "\u001B[2J\u001B[H", "a\tb", "\u000Ca"));
    names.addAll(List.of("x".repeat(255), "x".repeat(256), "x".repeat(5000)));
    names.addAll(List.of("ü".repeat(200), "name", "Name", "NAME", "a.part", "name.part"));
    names.addAll(List.of(".simpleftp", ".part", "-rf", "~", "CON", "a:b", "a\\..\\b"));
    return names;
  }

  private static List<String> leadingOut(Path outside) {
    String absolute = outside.resolve("pwned").toString();
    return List.of(
        "../outside/x",
        "../../x",
        absolute,
        "/" + absolute,
        "a/../../outside/b",
        "dir/../../outside/c",
        "..",
        ".",
        "",
        "/",
        "../",
        "..\u0000",
        "dir/file",
        "..\\outside\\x");
  }

  /// A line of MLSD; the type may lie.
  static byte[] facts(String type, String name) {
    return line("type=%s;size=4;modify=20200101000000; %s".formatted(type, name));
  }

  /// A line of LIST.
  static byte[] printed(char type, String name) {
    return line(type + "rwxr-xr-x   1 u g 4 Jan  1  2020 " + name);
  }

  /// Up to 60 lines of any kind.
  static byte[][] random(Random random, Path outside, boolean facts) {
    List<String> names = all(outside);
    byte[][] lines = new byte[random.nextInt(60)][];
    for (int i = 0; i < lines.length; i++) {
      String name = name(random, names);
      lines[i] = facts ? facts(type(random, outside), name) : printed(letter(random), name);
      if (random.nextInt(10) == 0) {
        random.nextBytes(lines[i]);
      }
    }
    return lines;
  }

  private static String name(Random random, List<String> names) {
    String one = names.get(random.nextInt(names.size()));
    return switch (random.nextInt(4)) {
      case 0 -> one + names.get(random.nextInt(names.size()));
      case 1 -> "file" + random.nextInt(9) + (char) random.nextInt(0x20);
      default -> one;
    };
  }

  private static String type(Random random, Path outside) {
    List<String> types =
        List.of(
            "file",
            "dir",
            "cdir",
            "pdir",
            "OS.unix=slink:" + outside,
            "OS.unix=symlink",
            "OS.unix=slink:../outside");
    return types.get(random.nextInt(types.size()));
  }

  private static char letter(Random random) {
    return "-dlbcps".charAt(random.nextInt(7));
  }

  private static byte[] line(String text) {
    return (text + "\r\n").getBytes(StandardCharsets.UTF_8);
  }
}
