package dev.simpleftp.socket.fuzz;

import dev.simpleftp.socket.wire.Verb;
import java.util.List;
import java.util.Random;

/// Draws what stands behind verbs.
final class ArgumentGenerator {
  private static final List<String> USUAL =
      List.of("f", "g", "d", "d/f", "d/e", "d/e/x", "/f", "/d/g", "new", "d/d");
  private static final List<String> ODD =
      List.of(
          "..",
          ".",
          "/",
          "",
          "../f",
          "d/../g",
          "//f",
          "d/",
          "ü",
          "a b",
          " lead",
          "漢字",
          "-l",
          "*",
          "f*",
          "d/?",
          "x\"y",
          "a\\b",
          "~",
          "%2e%2e/x",
          "\u202e",
          "f.1",
          "...",
          "\t",
          "d//e",
          "\udc80",
          "d/*",
          "-la d",
          "f\0g",
          "a\rb",
          "x;y=z",
          "d/e/../../f",
          "/../../d/f");
  private static final List<String> NUMBERS =
      List.of("0", "1", "5", "40", "2000", "9223372036854775807", "9223372036854775808", "-1", "");
  private static final List<String> NONSENSE =
      List.of(
          "",
          " ",
          "\0",
          "%s%n",
          "GET / HTTP/1.0",
          "A B C",
          "||||",
          "1,2,3,4,5",
          "\"",
          "\"\" 1 2",
          "é".repeat(200),
          "9".repeat(400),
          "FEAT\0",
          "ZZZZ",
          "../".repeat(60),
          "x\r",
          "\udcff");

  private final Random random;

  ArgumentGenerator(Random random) {
    this.random = random;
  }

  String path() {
    return switch (random.nextInt(20)) {
      case 0, 1, 2 -> any(ODD);
      case 3 -> "n".repeat(253 + random.nextInt(4));
      default -> any(USUAL);
    };
  }

  String nonsense() {
    return random.nextInt(60) == 0 ? "x".repeat(4090 + random.nextInt(20)) : any(NONSENSE);
  }

  /// Something that belongs behind this verb, or nearly.
  String of(Verb verb) {
    return switch (verb) {
      case USER -> any(List.of("{user}", "{user}", "anonymous", ""));
      case ACCT, CLNT, HOST -> any(List.of("anonymous", "x", "localhost"));
      case PASS -> any(List.of("", "wrong", FuzzServer.PASSWORD));
      case AUTH -> any(List.of("TLS", "SSL", "x"));
      case PBSZ, REST, ALLO -> number();
      case PROT -> any(List.of("P", "C", "S"));
      case TYPE -> any(List.of("A", "I", "L 8", "E", "A N", "a", "x", "L 7"));
      case MODE -> any(List.of("S", "Z", "B", "x"));
      case STRU -> any(List.of("F", "R", "P"));
      case EPSV -> any(List.of("", "1", "2", "3", random.nextInt(10) == 0 ? "ALL" : ""));
      case PORT -> any(List.of("{port}", "127,0,0,1,0,1", "10,0,0,1,99,99", "1,2,3", "{port},"));
      case EPRT ->
          any(List.of("{port}", "|2|::1|5000|", "|1|127.0.0.1|80|", "|1|x|5000|", "|3|a|1|", "|"));
      case RANG -> number() + " " + number();
      case CWD,
          XCWD,
          RETR,
          STOR,
          STOU,
          APPE,
          LIST,
          NLST,
          MLSD,
          MLST,
          SIZE,
          AVBL,
          HASH,
          MD5,
          MKD,
          XMKD,
          RMD,
          XRMD,
          DELE,
          RNFR,
          RNTO,
          STAT ->
          path();
      case MDTM, MFMT, MFCT -> random.nextInt(3) == 0 ? path() : time() + " " + path();
      case MFF -> any(List.of("Modify=" + time() + ";", "UNIX.mode=700;", ";")) + " " + path();
      case XCRC, XMD5, XSHA, XSHA1, XSHA256, XSHA512 -> checksum();
      case SITE -> site();
      case OPTS ->
          any(
              List.of(
                  "UTF8 ON",
                  "UTF8 OFF",
                  "MLST type;size;",
                  "MLST",
                  "HASH MD5",
                  "HASH",
                  "HASH x",
                  "MODE Z LEVEL 3",
                  "HASH SHA-256"));
      case HELP -> any(List.of("", "SITE", "STOR", "ZZZZ", "AUTH"));
      case CSID -> any(List.of("Name=x; Version=1;", "x"));
      case LANG -> any(List.of("", "EN", "de"));
      case REIN, QUIT, CCC, PWD, CDUP, PASV, ABOR, XPWD, XCUP, SYST, FEAT, NOOP -> "";
    };
  }

  private String checksum() {
    return switch (random.nextInt(4)) {
      case 0 -> "\"" + path() + "\" " + number() + " " + number();
      case 1 -> path() + " " + number() + " " + number();
      default -> path();
    };
  }

  private String site() {
    return switch (random.nextInt(4)) {
      case 0 -> "CHMOD 7" + any(List.of("00", "55", "77", "89")) + " " + path();
      case 1 -> "UTIME " + time() + " " + path();
      case 2 -> "HELP";
      default -> any(List.of("", "x", "CHMOD", "UTIME x", "EXEC ls"));
    };
  }

  private String time() {
    return any(List.of("20200101000000", "19700101000000", "20201301000000", "2020", "x"));
  }

  private String number() {
    return any(NUMBERS);
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
