package dev.simpleftp.socket.wire;

import static dev.simpleftp.domain.DigestAlgorithm.CRC32;
import static dev.simpleftp.domain.DigestAlgorithm.SHA_1;
import static dev.simpleftp.domain.DigestAlgorithm.SHA_256;
import static dev.simpleftp.domain.DigestAlgorithm.SHA_512;
import static dev.simpleftp.socket.wire.DigestArguments.checksum;
import static dev.simpleftp.socket.wire.Verb.Argument.NONE;
import static dev.simpleftp.socket.wire.Verb.Argument.OPTIONAL;
import static dev.simpleftp.socket.wire.Verb.Argument.REQUIRED;
import static dev.simpleftp.socket.wire.Verb.Rule.AT_ONCE;
import static dev.simpleftp.socket.wire.Verb.Rule.BEFORE_LOGIN;
import static dev.simpleftp.socket.wire.Verb.Texts.CHECKSUM;
import static dev.simpleftp.socket.wire.Verb.Texts.NO_RFC;

import dev.simpleftp.domain.DigestAlgorithm;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The policy table of the protocol: one row per verb the server carries out.
///
/// What FEAT and HELP say, and what is refused with 500, 501 or 530 before anything happens, all
/// comes from here.
@SuppressWarnings("ImmutableEnumChecker") // the parsers are method references without state
public enum Verb {
  USER(
      REQUIRED,
      Command.User::new,
      "959",
      "<name>: tell who you are; 'anonymous' is a guest",
      BEFORE_LOGIN),
  PASS(OPTIONAL, Arguments::pass, "959", "<password>: prove it", BEFORE_LOGIN),
  ACCT(
      REQUIRED,
      _ -> new Command.Account(),
      "959",
      "<account>: accepted and not needed",
      BEFORE_LOGIN),
  REIN(
      NONE,
      _ -> new Command.Reinitialize(),
      "959",
      ": end the session but not the connection",
      BEFORE_LOGIN),
  HOST(
      REQUIRED,
      Introduction::host,
      "7151",
      "<name>: tell which host you mean, before the login",
      "HOST",
      BEFORE_LOGIN),
  QUIT(NONE, _ -> new Command.Quit(), "959", ": end the session", BEFORE_LOGIN),

  AUTH(
      REQUIRED,
      SecurityArguments::authenticate,
      "4217",
      "TLS: protect the control connection",
      "AUTH TLS",
      BEFORE_LOGIN),
  PBSZ(REQUIRED, SecurityArguments::bufferSize, "4217", "0: before PROT", "PBSZ", BEFORE_LOGIN),
  PROT(REQUIRED, SecurityArguments::level, "4217", "P | C: protect the data", "PROT", BEFORE_LOGIN),
  CCC(NONE, _ -> new Command.ClearControl(), "4217", ": is refused", BEFORE_LOGIN),

  PWD(NONE, _ -> new Command.PrintDirectory(), "959", ": show the working directory"),
  CWD(REQUIRED, Command.ChangeDirectory::new, "959", "<directory>: change the working directory"),
  CDUP(NONE, _ -> new Command.ChangeDirectory(".."), "959", ": change to the parent directory"),

  TYPE(REQUIRED, Arguments::type, "959", "A | I | L 8: text lines or exact bytes"),
  MODE(REQUIRED, Arguments::mode, "959", "S | Z: plain stream, or zlib where FEAT shows MODE Z"),
  STRU(REQUIRED, Arguments::structure, "959", "F: file, the only structure"),
  PASV(
      NONE, _ -> new Command.Passive(), "959", ": open a port for the next data connection (IPv4)"),
  EPSV(
      OPTIONAL,
      Arguments::extendedPassive,
      "2428",
      "[1 | 2 | ALL]: open a port for the next data connection",
      "EPSV"),
  PORT(
      REQUIRED,
      Arguments::port,
      "959",
      "<h1,h2,h3,h4,p1,p2>: make the next data connection to this port of yours"),
  EPRT(
      REQUIRED,
      Arguments::extendedPort,
      "2428",
      "|1 or 2|<address>|<port>|: make the next data connection to this port of yours",
      "EPRT"),
  REST(
      REQUIRED,
      Arguments::restart,
      "3659",
      "<offset>: start the next transfer at this octet",
      "REST STREAM"),
  ALLO(
      REQUIRED,
      Arguments::allocate,
      "959",
      "<octets> [R <octets>]: tell how long the next upload is; then it must be so long"),

  RANG(
      REQUIRED,
      DigestArguments::range,
      "draft-bryan-ftp-range",
      "<first> <last>: only these octets in the next RETR or HASH; 1 0 means all",
      "RANG STREAM"),

  RETR(REQUIRED, Command.Retrieve::new, "959", "<file>: send a file to you"),
  STOR(
      REQUIRED,
      Command.Store::new,
      "959",
      "<file>: take a file from you; the old one stays whole until it is complete"),
  STOU(
      OPTIONAL,
      Command.StoreUnique::new,
      "959",
      "[<file>]: take a file from you under a name nobody has yet"),
  APPE(
      REQUIRED,
      Command.Append::new,
      "959",
      "<file>: take bytes from you and put them behind the file"),
  LIST(
      OPTIONAL,
      Arguments::list,
      "959",
      "[<path or pattern>]: list a directory in the manner of Unix"),
  NLST(OPTIONAL, Arguments::names, "959", "[<path or pattern>]: list the names in a directory"),
  MLSD(OPTIONAL, Arguments::facts, "3659", "[<directory>]: list a directory for programs"),
  ABOR(NONE, _ -> new Command.Abort(), "959", ": stop the running transfer", BEFORE_LOGIN),

  MLST(OPTIONAL, Command.Describe::new, "3659", "[<path>]: describe one file or directory"),
  SIZE(REQUIRED, Command.Size::new, "3659", "<file>: tell its size in octets", "SIZE"),
  MDTM(
      REQUIRED,
      AttributeArguments::modificationTime,
      "3659",
      "[<YYYYMMDDHHMMSS>] <file>: tell when it was modified (UTC), or set it",
      "MDTM"),
  MFMT(
      REQUIRED,
      AttributeArguments::modify,
      "draft-somers-ftp-mfxx",
      "<YYYYMMDDHHMMSS> <path>: set when it was modified (UTC)",
      "MFMT"),
  MFCT(
      REQUIRED,
      AttributeArguments::create,
      "draft-somers-ftp-mfxx",
      "<YYYYMMDDHHMMSS> <path>: no time of creation is kept here"),
  MFF(
      REQUIRED,
      AttributeArguments::facts,
      "draft-somers-ftp-mfxx",
      "[Modify=<YYYYMMDDHHMMSS>;][UNIX.mode=<octal>;] <path>: set these facts",
      "MFF Modify;UNIX.mode;"),
  AVBL(
      OPTIONAL,
      Command.Room::new,
      "draft-peterson-streamlined-ftp",
      "[<directory>]: tell how many octets it may still take",
      "AVBL"),
  HASH(
      REQUIRED,
      Command.Hash::new,
      "draft-bryan-ftpext-hash",
      "<file>: tell its digest by the algorithm that OPTS HASH chose"),
  MD5(REQUIRED, Command.Md5::new, "draft-twine-ftpmd5", "<file>: tell its MD5 digest", "MD5"),
  XCRC(REQUIRED, a -> checksum(CRC32, a), NO_RFC, CHECKSUM, "XCRC"),
  XMD5(REQUIRED, a -> checksum(DigestAlgorithm.MD5, a), NO_RFC, CHECKSUM, "XMD5"),
  XSHA(REQUIRED, a -> checksum(SHA_1, a), NO_RFC, CHECKSUM, "XSHA"),
  XSHA1(REQUIRED, a -> checksum(SHA_1, a), NO_RFC, CHECKSUM, "XSHA1"),
  XSHA256(REQUIRED, a -> checksum(SHA_256, a), NO_RFC, CHECKSUM, "XSHA256"),
  XSHA512(REQUIRED, a -> checksum(SHA_512, a), NO_RFC, CHECKSUM, "XSHA512"),
  MKD(REQUIRED, Command.MakeDirectory::new, "959", "<directory>: make a directory"),
  RMD(REQUIRED, Command.RemoveDirectory::new, "959", "<directory>: remove an empty directory"),
  DELE(REQUIRED, Command.Delete::new, "959", "<file>: remove a file"),
  RNFR(REQUIRED, Command.RenameFrom::new, "959", "<path>: name what RNTO will rename"),
  RNTO(REQUIRED, Command.RenameTo::new, "959", "<path>: rename what RNFR named"),

  XPWD(NONE, _ -> new Command.PrintDirectory(), "775", ": the same as PWD"),
  XCWD(REQUIRED, Command.ChangeDirectory::new, "775", "<directory>: the same as CWD"),
  XCUP(NONE, _ -> new Command.ChangeDirectory(".."), "775", ": the same as CDUP"),
  XMKD(REQUIRED, Command.MakeDirectory::new, "775", "<directory>: the same as MKD"),
  XRMD(REQUIRED, Command.RemoveDirectory::new, "775", "<directory>: the same as RMD"),

  SITE(REQUIRED, SiteVerb::parse, "959", SiteVerb.summary()),

  SYST(NONE, _ -> new Command.SystemKind(), "959", ": tell the kind of system", BEFORE_LOGIN),
  FEAT(
      NONE,
      _ -> new Command.Features(),
      "2389",
      ": list the features beyond RFC 959",
      BEFORE_LOGIN),
  OPTS(
      REQUIRED,
      Arguments::options,
      "2389",
      "UTF8 ON | MLST <facts> | HASH <algorithm> | MODE Z LEVEL <0-9>: choose options",
      BEFORE_LOGIN),
  STAT(
      OPTIONAL,
      Arguments::status,
      "959",
      "[<path or pattern>]: list it here, or tell how the session or the running transfer is doing",
      AT_ONCE),
  HELP(OPTIONAL, Arguments::help, "959", "[<verb>]: this list, or one line of it", BEFORE_LOGIN),
  CLNT(
      REQUIRED,
      _ -> new Command.ClientName(),
      "draft",
      "<name>: tell the name of your program",
      "CLNT",
      BEFORE_LOGIN),
  CSID(
      REQUIRED,
      Introduction::program,
      "draft",
      "Name=<name>; Version=<version>;: tell your program and learn mine",
      "CSID",
      BEFORE_LOGIN),
  LANG(
      OPTIONAL,
      Introduction::language,
      "2640",
      "[EN]: the language of the replies, which is English",
      "LANG EN*",
      BEFORE_LOGIN),
  NOOP(NONE, _ -> new Command.NoOperation(), "959", ": do nothing", BEFORE_LOGIN, AT_ONCE);

  private static final Map<String, Verb> BY_NAME =
      Stream.of(values()).collect(Collectors.toMap(Verb::name, Function.identity()));

  /// Verbs of the field that are not carried out here; they get 502 and not 500 (RFC 1123
  /// §4.1.2.4).
  private static final Set<String> KNOWN =
      Set.of("ADAT", "COMB", "CONF", "ENC", "LPRT", "LPSV", "MIC", "SMNT");

  private final Argument argument;
  private final Parser parser;
  private final String rfc;
  private final String help;
  private final String feature;
  private final boolean needsLogin;
  private final boolean atOnce;

  Verb(Argument argument, Parser parser, String rfc, String help, Rule... rules) {
    this(argument, parser, rfc, help, "", rules);
  }

  Verb(Argument argument, Parser parser, String rfc, String help, String feature, Rule... rules) {
    this.argument = argument;
    this.parser = parser;
    this.rfc = rfc;
    this.help = help;
    this.feature = feature;
    this.needsLogin = !List.of(rules).contains(BEFORE_LOGIN);
    this.atOnce = List.of(rules).contains(AT_ONCE);
  }

  /// The verb of this name in any case.
  public static Optional<Verb> of(String name) {
    return Optional.ofNullable(BY_NAME.get(name.toUpperCase(Locale.ROOT)));
  }

  /// Whether the field knows a verb of this name that is not carried out here.
  public static boolean isKnown(String name) {
    return KNOWN.contains(name.toUpperCase(Locale.ROOT));
  }

  Argument argument() {
    return argument;
  }

  /// Reads what stands behind the verb.
  Command parse(String text) throws CommandRejected {
    return parser.parse(text);
  }

  public boolean needsLogin() {
    return needsLogin;
  }

  /// Whether it is answered at once while a transfer runs; the others wait for its end.
  public boolean isAtOnce() {
    return atOnce;
  }

  /// The number of the RFC that says what the verb means, or the name of the draft.
  public String rfc() {
    return rfc;
  }

  /// The line FEAT shows for it; empty for a verb of RFC 959.
  public String feature() {
    return feature;
  }

  /// The line HELP shows for it.
  public String help() {
    return help.startsWith(":") ? name() + help : name() + " " + help;
  }

  /// Texts that rows share; an enum cannot name its own constants in them.
  static final class Texts {
    static final String NO_RFC = "no RFC";
    static final String CHECKSUM =
        "<file> or \"<file>\" [<start> <end>]: tell the digest of a file or of a part of it";

    private Texts() {}
  }

  /// What may stand behind the verb.
  enum Argument {
    NONE,
    OPTIONAL,
    REQUIRED
  }

  /// Turns the argument of a verb into its command.
  @FunctionalInterface
  interface Parser {
    Command parse(String argument) throws CommandRejected;
  }

  enum Rule {
    BEFORE_LOGIN,
    AT_ONCE
  }
}
