package dev.simpleftp.console.command;

import static dev.simpleftp.console.command.Row.MANY;
import static dev.simpleftp.console.command.Subject.FREE;
import static dev.simpleftp.console.command.Subject.REMOTE_FILE;

import java.util.List;
import java.util.Locale;

/// Remote files and directories.
final class ChangingWords {
  private static final int OCTAL = 8;

  private ChangingWords() {}

  static List<CommandWord> rows() {
    return List.of(rm(), mrm(), mkdir(), rmdir(), mv(), chmod(), touch());
  }

  private static CommandWord rm() {
    return CommandTable.row(
        Group.CHANGING,
        Row.of("rm [-rf] FILE...", 1, MANY)
            .also("delete")
            .options("rf")
            .names(REMOTE_FILE)
            .help(
                """
                Remove remote files. -r removes directories with all that is in them, and never
                follows a link. With -r or a pattern the number and size are shown first and you are
                asked; -f (--force) asks nothing. A script needs -f there, because nobody can answer.\
                """)
            .examples("rm old.txt", "rm *.tmp", "rm -r old"),
        given -> new ConsoleCommand.Remove(given.words(), given.has('r'), given.has('f'), false));
  }

  private static CommandWord mrm() {
    return CommandTable.row(
        Group.CHANGING,
        Row.of("mrm [-f] PATTERN...", 1, MANY)
            .also("mdelete")
            .options("f")
            .names(REMOTE_FILE)
            .help(
                """
                Remove all remote files that fit. Their number and size are shown first and you are
                asked; a script needs -f (--force).\
                """)
            .examples("mrm *.tmp *.bak"),
        given -> new ConsoleCommand.Remove(given.words(), false, given.has('f'), true));
  }

  private static CommandWord mkdir() {
    return CommandTable.row(
        Group.CHANGING,
        Row.of("mkdir [-p] DIR...", 1, MANY)
            .options("p")
            .names(REMOTE_FILE)
            .help(
                """
                Make remote directories. -p makes those above them too, and takes one that is there
                for made.\
                """)
            .examples("mkdir pub", "mkdir -p 2026/11/21"),
        given -> new ConsoleCommand.MakeDirectories(given.texts(), given.has('p')));
  }

  private static CommandWord rmdir() {
    return CommandTable.row(
        Group.CHANGING,
        Row.of("rmdir DIR...", 1, MANY)
            .names(REMOTE_FILE)
            .help("Remove empty remote directories. 'rm -r' removes full ones.")
            .examples("rmdir pub"),
        given -> new ConsoleCommand.RemoveDirectories(given.words()));
  }

  private static CommandWord mv() {
    return CommandTable.row(
        Group.CHANGING,
        Row.of("mv [-f] OLD NEW", 2, 2)
            .also("rename")
            .options("f")
            .names(REMOTE_FILE)
            .help(
                """
                Rename a remote file or directory, or move it. Into a directory that is there it goes
                under its old name. Where a file of that name is already, you are asked at a terminal;
                a script refuses. -f (--force) replaces it.\
                """)
            .examples("mv a.txt pub/b.txt"),
        given -> new ConsoleCommand.Rename(given.first(), given.last(), given.has('f')));
  }

  private static CommandWord chmod() {
    return CommandTable.row(
        Group.CHANGING,
        Row.of("chmod MODE FILE...", 2, MANY)
            .options(Row.NO_OPTIONS)
            .names(FREE, REMOTE_FILE)
            .help(
                """
                Change the permissions of remote files. The mode has three digits, for the owner, the
                group and all others: 4 read, 2 write, 1 execute, added up.\
                """)
            .examples("chmod 644 index.html"),
        given ->
            new ConsoleCommand.ChangeMode(
                mode(given.first()), given.words().subList(1, given.size())));
  }

  private static int mode(String text) throws BadCommand {
    boolean octal = text.chars().allMatch(c -> c >= '0' && c < '0' + OCTAL);
    boolean three = text.length() == 3 || (text.length() == 4 && text.startsWith("0"));
    if (!octal || !three) {
      throw new BadCommand(text + " is no mode: give three digits from 0 to 7, such as 644.");
    }
    return Integer.parseInt(text, OCTAL);
  }

  private static CommandWord touch() {
    return CommandTable.row(
        Group.CHANGING,
        Row.of("touch FILE [TIME]", 1, 3)
            .names(REMOTE_FILE, FREE)
            .help(
                """
                Set when a remote file last changed: now, or the given time of this machine's
                clock.\
                """)
            .examples("touch a.txt", "touch a.txt 2026-01-31 18:30"),
        given ->
            new ConsoleCommand.SetTime(
                given.first(),
                GivenTime.of(
                    String.join(" ", given.texts().subList(1, given.size()))
                        .toUpperCase(Locale.ROOT))));
  }
}
