package dev.simpleftp.console.command;

import static dev.simpleftp.console.command.Row.MANY;
import static dev.simpleftp.console.command.Subject.LOCAL_FILE;
import static dev.simpleftp.console.command.Subject.REMOTE_FILE;

import java.util.List;

/// Files from here to there and back.
final class TransferWords {
  private static final String IF_THERE =
      """

      Where a file of that name is already, you are asked at a terminal; a script refuses.
      -f (--force) replaces it, -n (--no-clobber) keeps it and goes on, -c (--continue) goes on
      with an unfinished copy.\
      """;

  private TransferWords() {}

  static List<CommandWord> rows() {
    return List.of(get(), reget(), mget(), put(), reput(), mput(), append(), mirror());
  }

  private static CommandWord get() {
    return CommandTable.row(
        Group.MOVING,
        Row.of("get [-fcn] REMOTE [LOCAL]", 1, 2)
            .options(IfThere.OPTIONS)
            .names(REMOTE_FILE, LOCAL_FILE)
            .help(
                """
                Receive a file. It grows as LOCAL.part and takes its name when it is complete and
                verified.\
                """
                    + IF_THERE)
            .examples("get pub/f1.txt", "get -f pub/f1.txt copy.txt", "get big.iso &"),
        given -> new ConsoleCommand.Get(given.first(), given.at(1), IfThere.of(given)));
  }

  private static CommandWord reget() {
    return CommandTable.row(
        Group.MOVING,
        Row.of("reget REMOTE [LOCAL]", 1, 2)
            .names(REMOTE_FILE, LOCAL_FILE)
            .help(
                """
                Go on with a file that was received in part. Only a part that is proved to be the
                beginning of the file goes on; any other that is not ours is left alone.\
                """)
            .examples("reget big.iso"),
        given -> new ConsoleCommand.Get(given.first(), given.at(1), IfThere.RESUME));
  }

  private static CommandWord mget() {
    return CommandTable.row(
        Group.MOVING,
        Row.of("mget [-fcn] PATTERN...", 1, MANY)
            .options(IfThere.OPTIONS)
            .names(REMOTE_FILE)
            .help(
                """
                Receive all files that fit, into the local directory. Their number and size are shown
                first; at a terminal you are asked. Directories are left out: 'mirror' takes those.\
                """
                    + IF_THERE)
            .examples("mget *.txt", "mget -n pub/*.jpg a.txt"),
        given -> new ConsoleCommand.GetMany(given.words(), IfThere.of(given)));
  }

  private static CommandWord put() {
    return CommandTable.row(
        Group.MOVING,
        Row.of("put [-fcn] LOCAL [REMOTE]", 1, 2)
            .options(IfThere.OPTIONS)
            .names(LOCAL_FILE, REMOTE_FILE)
            .help("Send a file. It takes its name when it is complete." + IF_THERE)
            .examples("put report.pdf pub", "put -f index.html"),
        given -> new ConsoleCommand.Put(given.first(), given.at(1), IfThere.of(given)));
  }

  private static CommandWord reput() {
    return CommandTable.row(
        Group.MOVING,
        Row.of("reput LOCAL [REMOTE]", 1, 2)
            .names(LOCAL_FILE, REMOTE_FILE)
            .help(
                """
                Go on with a file that was sent in part. Only a part that is proved to be the
                beginning of the file goes on; any other that is not ours is left alone.\
                """)
            .examples("reput big.iso"),
        given -> new ConsoleCommand.Put(given.first(), given.at(1), IfThere.RESUME));
  }

  private static CommandWord mput() {
    return CommandTable.row(
        Group.MOVING,
        Row.of("mput [-fcn] PATTERN...", 1, MANY)
            .options(IfThere.OPTIONS)
            .names(LOCAL_FILE)
            .help(
                """
                Send all files that fit, into the remote directory. Their number and size are shown
                first; at a terminal you are asked. Directories are left out: 'mirror -R' takes
                those.\
                """
                    + IF_THERE)
            .examples("mput *.txt", "mput -f site/*.html"),
        given -> new ConsoleCommand.PutMany(given.words(), IfThere.of(given)));
  }

  private static CommandWord append() {
    return CommandTable.row(
        Group.MOVING,
        Row.of("append LOCAL [REMOTE]", 1, 2)
            .names(LOCAL_FILE, REMOTE_FILE)
            .help(
                """
                Put a local file behind what is in a remote one. It is never tried twice: after a
                failure look with 'size' how much has arrived.\
                """)
            .examples("append today.log all.log"),
        given -> new ConsoleCommand.Append(given.first(), given.at(1)));
  }

  private static CommandWord mirror() {
    return CommandTable.row(
        Group.MOVING,
        Row.of(
                "mirror [-R | --reverse] [--dry-run] [--delete] [--only-newer] [--parallel=N]"
                    + " [SOURCE [TARGET]]",
                0,
                2)
            .options(MirrorStyle.OPTIONS)
            .names(REMOTE_FILE, LOCAL_FILE)
            .help(
                """
                Make a local directory like a remote one; with -R the other way round. Files that are
                equal are not copied, unfinished ones go on. Links are not followed.
                --dry-run tells what would be done. --delete removes what the source does not have.
                --only-newer keeps a copy that is not older. --parallel=N copies N files at a time.
                SOURCE is the present directory, unless you name one; TARGET is a directory of the
                same name. A TARGET that ends with / gets the name of SOURCE behind it.\
                """)
            .examples(
                "mirror pub", "mirror --dry-run --delete pub", "mirror -R --parallel=3 site ."),
        given ->
            new ConsoleCommand.Mirror(
                given.has('R'), given.at(0), given.at(1), MirrorStyle.of(given)));
  }
}
