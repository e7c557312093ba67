package dev.simpleftp.console.command;

import static dev.simpleftp.console.command.Subject.REMOTE_FILE;

import dev.simpleftp.domain.DigestAlgorithm;
import java.util.List;
import java.util.Optional;

/// What is there.
final class LookingWords {
  private static final Word HERE = Word.of("");

  private LookingWords() {}

  static List<CommandWord> rows() {
    return List.of(
        ls(), dir(), nlist(), cd(), cdup(), pwd(), find(), du(), size(), modtime(), hash());
  }

  private static CommandWord ls() {
    return CommandTable.row(
        Group.LOOKING,
        Row.of("ls [-latSrd1] [PATH | PATTERN]", 0, 1)
            .options(ListStyle.OPTIONS)
            .names(REMOTE_FILE)
            .printing()
            .help(
                """
                List the names in a remote directory. Directories end with a slash, links with @.
                -l sizes and dates   -t youngest first   -S largest first   -r the other way round
                -a also names that begin with a dot   -d the directory itself   -1 one on each line
                Odd names are shown as they can be typed.\
                """)
            .examples("ls", "ls -lt pub", "ls *.txt", "ls -l | less"),
        given -> list(given, false));
  }

  private static CommandWord dir() {
    return CommandTable.row(
        Group.LOOKING,
        Row.of("dir [-atSrd] [PATH | PATTERN]", 0, 1)
            .options(ListStyle.OPTIONS)
            .names(REMOTE_FILE)
            .printing()
            .help("List a remote directory with sizes and dates: the same as ls -l.")
            .examples("dir pub"),
        given -> list(given, true));
  }

  private static ConsoleCommand list(Given given, boolean details) {
    return new ConsoleCommand.ListDirectory(
        given.words().isEmpty() ? HERE : given.words().getFirst(), ListStyle.of(given, details));
  }

  private static CommandWord nlist() {
    return CommandTable.row(
        Group.LOOKING,
        Row.of("nlist [PATH | PATTERN]", 0, 1)
            .also("nls")
            .names(REMOTE_FILE)
            .printing()
            .help("List the bare names, one on each line: for other programs.")
            .examples("nlist pub > names.txt"),
        given ->
            new ConsoleCommand.ListDirectory(
                given.words().isEmpty() ? HERE : given.words().getFirst(), ListStyle.names()));
  }

  private static CommandWord cd() {
    return CommandTable.row(
        Group.LOOKING,
        Row.of("cd DIR | -", 1, 1)
            .names(REMOTE_FILE)
            .help("Change the remote directory. 'cd ..' goes up, 'cd -' goes back.")
            .examples("cd pub", "cd -"),
        given ->
            isDash(given)
                ? new ConsoleCommand.ChangeBack()
                : new ConsoleCommand.ChangeDirectory(given.first()));
  }

  /// A directory that is called so is reached by `./-`.
  static boolean isDash(Given given) {
    Word word = given.words().getFirst();
    return word.text().equals("-") && !word.quoted();
  }

  private static CommandWord cdup() {
    return CommandTable.row(
        Group.LOOKING,
        Row.of("cdup", 0, 0).help("Go to the parent of the remote directory.").examples("cdup"),
        _ -> new ConsoleCommand.ChangeDirectory(".."));
  }

  private static CommandWord pwd() {
    return CommandTable.row(
        Group.LOOKING,
        Row.of("pwd", 0, 0).printing().help("Show the remote directory.").examples("pwd"),
        _ -> new ConsoleCommand.PrintDirectory());
  }

  private static CommandWord find() {
    return CommandTable.row(
        Group.LOOKING,
        Row.of("find [PATH] [PATTERN]", 0, 2)
            .names(REMOTE_FILE)
            .printing()
            .help(
                """
                List everything below a remote directory. A pattern keeps the names that fit it.
                Links are shown and not followed.\
                """)
            .examples("find", "find pub *.txt", "find > all.txt"),
        LookingWords::find);
  }

  private static ConsoleCommand find(Given given) {
    boolean patternAlone = given.size() == 1 && given.words().getFirst().pattern();
    Optional<String> pattern = patternAlone ? given.at(0) : given.at(1);
    return new ConsoleCommand.Find(patternAlone ? "" : given.firstOrHere(), pattern);
  }

  private static CommandWord du() {
    return CommandTable.row(
        Group.LOOKING,
        Row.of("du [-bs] [PATH]", 0, 1)
            .options("bs")
            .names(REMOTE_FILE)
            .printing()
            .help(
                """
                Add up the sizes of the files in each directory. -s shows the sum alone, -b counts
                bytes.\
                """)
            .examples("du pub", "du -s"),
        given -> new ConsoleCommand.DiskUsage(given.firstOrHere(), given.has('b'), given.has('s')));
  }

  private static CommandWord size() {
    return CommandTable.row(
        Group.LOOKING,
        Row.of("size FILE", 1, 1)
            .names(REMOTE_FILE)
            .printing()
            .help("Show the size of a remote file.")
            .examples("size big.bin"),
        given -> new ConsoleCommand.Size(given.first()));
  }

  private static CommandWord modtime() {
    return CommandTable.row(
        Group.LOOKING,
        Row.of("modtime FILE", 1, 1)
            .names(REMOTE_FILE)
            .printing()
            .help("Show when a remote file last changed. 'touch' sets it.")
            .examples("modtime big.bin"),
        given -> new ConsoleCommand.ShowTime(given.first()));
  }

  private static CommandWord hash() {
    return CommandTable.row(
        Group.LOOKING,
        Row.of("hash [ALGORITHM] FILE", 1, 2)
            .names(REMOTE_FILE)
            .printing()
            .help(
                """
                Let the server compute the digest of a file. Nothing is moved. Algorithms are SHA-256,
                SHA-512, SHA-1, MD5 and CRC32, as far as the server knows them.\
                """)
            .examples("hash big.bin", "hash sha-1 big.bin"),
        LookingWords::hash);
  }

  private static ConsoleCommand hash(Given given) throws BadCommand {
    if (given.size() == 1) {
      return new ConsoleCommand.Hash(Optional.empty(), given.first());
    }
    Optional<DigestAlgorithm> algorithm = DigestAlgorithm.of(given.first());
    if (algorithm.isEmpty()) {
      throw new BadCommand(
          given.first() + " is no algorithm: take SHA-256, SHA-512, SHA-1, MD5 or CRC32.");
    }
    return new ConsoleCommand.Hash(algorithm, given.last());
  }
}
