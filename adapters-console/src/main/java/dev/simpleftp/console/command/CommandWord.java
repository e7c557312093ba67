package dev.simpleftp.console.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The table of commands: parser, help and completion all read these rows.
public enum CommandWord {
  OPEN(
      Row.of(
              "open PORT | [USER@]HOST [PORT] | ftp://[USER@]HOST[:PORT][/DIR]"
                  + " | classroom://HOST[:PORT] | mem:",
              1,
              2)
          .help(
              "Connect and log in; a port alone means this machine, mem: a server to practise with"
                  + " in the memory of this program (mem:?fault=cut breaks off a download).")
          .example("open 2121"),
      words -> new ConsoleCommand.Open(OpenTarget.of(words))),
  CLOSE(
      Row.of("close", 0, 0, "disconnect")
          .help("End the session; the console goes on.")
          .example("close"),
      _ -> new ConsoleCommand.Close()),
  QUIT(
      Row.of("quit", 0, 0, "exit", "bye").help("Leave the console.").example("quit"),
      _ -> new ConsoleCommand.Quit()),
  LS(
      Row.of("ls [-l] [PATH]", 0, 2, Subject.REMOTE_FILE)
          .help("List the names in a remote directory.")
          .example("ls pub"),
      words -> listing(words, false, false)),
  DIR(
      Row.of("dir [PATH]", 0, 2, Subject.REMOTE_FILE)
          .help("List a remote directory with sizes and dates.")
          .example("dir pub"),
      words -> listing(words, true, false)),
  CD(
      Row.of("cd DIR", 1, 1, Subject.REMOTE_FILE)
          .help("Change the remote directory.")
          .example("cd pub"),
      words -> new ConsoleCommand.ChangeDirectory(words.getFirst())),
  CDUP(
      Row.of("cdup", 0, 0).help("Go to the parent of the remote directory.").example("cdup"),
      _ -> new ConsoleCommand.ChangeDirectory("..")),
  PWD(
      Row.of("pwd", 0, 0).help("Show the remote directory.").example("pwd"),
      _ -> new ConsoleCommand.PrintDirectory()),
  LCD(
      Row.of("lcd DIR", 1, 1, Subject.LOCAL_FILE)
          .help("Change the local directory.")
          .example("lcd ~/Downloads"),
      words -> new ConsoleCommand.LocalChangeDirectory(words.getFirst())),
  LPWD(
      Row.of("lpwd", 0, 0).help("Show the local directory.").example("lpwd"),
      _ -> new ConsoleCommand.LocalPrintDirectory()),
  LLS(
      Row.of("lls [-l] [PATH]", 0, 2, Subject.LOCAL_FILE)
          .help("List a local directory.")
          .example("lls"),
      words -> listing(words, false, true)),
  GET(
      Row.of("get REMOTE [LOCAL]", 1, 2, Subject.REMOTE_FILE, Subject.LOCAL_FILE)
          .help(
              "Receive a file. It grows as LOCAL.part and takes its name when complete."
                  + " A script replaces an existing file in one step; at a terminal you are asked.")
          .example("get pub/f1.txt"),
      words -> new ConsoleCommand.Get(words.getFirst(), second(words))),
  PUT(
      Row.of("put LOCAL [REMOTE]", 1, 2, Subject.LOCAL_FILE, Subject.REMOTE_FILE)
          .help(
              "Send a file. A script replaces an existing file;" + " at a terminal you are asked.")
          .example("put report.pdf pub"),
      words -> new ConsoleCommand.Put(words.getFirst(), second(words))),
  RM(
      Row.of("rm FILE", 1, 1, "delete", Subject.REMOTE_FILE)
          .help("Remove a remote file, never a directory.")
          .example("rm old.txt"),
      words -> new ConsoleCommand.Remove(words.getFirst())),
  MKDIR(
      Row.of("mkdir DIR", 1, 1, Subject.REMOTE_FILE)
          .help("Make a remote directory.")
          .example("mkdir pub"),
      words -> new ConsoleCommand.MakeDirectory(words.getFirst())),
  RMDIR(
      Row.of("rmdir DIR", 1, 1, Subject.REMOTE_FILE)
          .help("Remove an empty remote directory.")
          .example("rmdir pub"),
      words -> new ConsoleCommand.RemoveDirectory(words.getFirst())),
  MV(
      Row.of("mv OLD NEW", 2, 2, "rename", Subject.REMOTE_FILE)
          .help("Rename or move a remote file or directory.")
          .example("mv a.txt pub/b.txt"),
      words -> new ConsoleCommand.Rename(words.getFirst(), words.getLast())),
  SIZE(
      Row.of("size FILE", 1, 1, Subject.REMOTE_FILE)
          .help("Show the size of a remote file.")
          .example("size big.bin"),
      words -> new ConsoleCommand.Size(words.getFirst())),
  HELP(
      Row.of("help [COMMAND]", 0, 1, "?", Subject.COMMAND)
          .help("List the commands, or explain one.")
          .example("help get"),
      words -> new ConsoleCommand.Help(subject(words))),
  STATUS(
      Row.of("status", 0, 0).help("Show where you are and who you are.").example("status"),
      _ -> new ConsoleCommand.Status()),
  DEBUG(
      Row.of("debug on|off", 1, 1)
          .help("Show the lines of the protocol; passwords stay hidden.")
          .example("debug on"),
      words -> new ConsoleCommand.Debug(onOrOff(words.getFirst())));

  // rows and makers hold nothing that changes, which the checker cannot see
  @SuppressWarnings("ImmutableEnumChecker")
  private final Row row;

  @SuppressWarnings("ImmutableEnumChecker")
  private final Maker maker;

  CommandWord(Row row, Maker maker) {
    this.row = row;
    this.maker = maker;
  }

  /// The command that goes by this name or alias, in any case.
  public static Optional<CommandWord> find(String name) {
    return Arrays.stream(values())
        .filter(word -> word.names().anyMatch(name::equalsIgnoreCase))
        .findFirst();
  }

  /// All names and aliases, in the order of the table.
  public static Stream<String> allNames() {
    return Arrays.stream(values()).flatMap(CommandWord::names);
  }

  /// The name as it is typed.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public List<String> aliases() {
    return row.aliases();
  }

  public String usage() {
    return row.usage();
  }

  public String help() {
    return row.help();
  }

  public String example() {
    return row.example();
  }

  /// What the argument at this position names; the last one known holds for those behind it.
  public Subject subject(int position) {
    List<Subject> subjects = row.subjects();
    return subjects.isEmpty()
        ? Subject.FREE
        : subjects.get(Math.min(position, subjects.size() - 1));
  }

  ConsoleCommand make(List<String> arguments) throws BadCommand {
    if (arguments.size() < row.least() || arguments.size() > row.most()) {
      throw misused();
    }
    return maker.make(arguments);
  }

  private BadCommand misused() {
    return new BadCommand("Usage: " + usage() + "   for example: " + example());
  }

  private Stream<String> names() {
    return Stream.concat(Stream.of(word()), aliases().stream());
  }

  private static ConsoleCommand listing(List<String> words, boolean details, boolean local)
      throws BadCommand {
    List<String> options = words.stream().filter(CommandWord::isListingOption).toList();
    List<String> paths = words.stream().filter(w -> !isListingOption(w)).toList();
    if (paths.size() > 1) {
      throw (local ? LLS : details ? DIR : LS).misused();
    }
    boolean all = details || options.stream().anyMatch(option -> option.contains("l"));
    String path = paths.isEmpty() ? "" : paths.getFirst();
    return local
        ? new ConsoleCommand.LocalList(path, all)
        : new ConsoleCommand.ListDirectory(path, all);
  }

  /// `-l`, `-la` and the like; a file of such a name is reached by `./-l`.
  private static boolean isListingOption(String word) {
    return word.length() > 1
        && word.charAt(0) == '-'
        && word.chars().skip(1).allMatch(c -> "alA1hF".indexOf(c) >= 0);
  }

  private static Optional<String> second(List<String> words) {
    return words.stream().skip(1).findFirst();
  }

  private static Optional<CommandWord> subject(List<String> words) throws BadCommand {
    return words.isEmpty() ? Optional.empty() : Optional.of(CommandParser.word(words.getFirst()));
  }

  private static boolean onOrOff(String word) throws BadCommand {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "on" -> true;
      case "off" -> false;
      default -> throw DEBUG.misused();
    };
  }

  /// Turns arguments of the right number into the command.
  @FunctionalInterface
  private interface Maker {
    ConsoleCommand make(List<String> arguments) throws BadCommand;
  }
}
