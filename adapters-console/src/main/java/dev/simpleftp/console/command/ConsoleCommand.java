package dev.simpleftp.console.command;

import dev.simpleftp.domain.DigestAlgorithm;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/// One command, parsed and checked: only these records travel on.
///
/// Names of files stay text here, because what they mean depends on the directory somebody is in.
public sealed interface ConsoleCommand {

  /// The name a failure is about; empty when there is none.
  default String subject() {
    return "";
  }

  /// Commands that begin or end a session.
  sealed interface Connecting extends ConsoleCommand {}

  /// Commands about the console itself.
  sealed interface Setting extends ConsoleCommand {}

  /// Commands that look at the remote tree and move in it.
  sealed interface Looking extends ConsoleCommand {}

  /// Commands that show or edit what is in remote files.
  sealed interface Reading extends ConsoleCommand {}

  /// Commands that change the remote tree.
  sealed interface Changing extends ConsoleCommand {}

  /// Commands that concern this machine alone.
  sealed interface LocalTree extends ConsoleCommand {}

  /// Commands that move files; these alone may run in the background.
  sealed interface Transfer extends ConsoleCommand {}

  /// Commands that connect a file with the standard input or output of this process.
  sealed interface Streaming extends ConsoleCommand {}

  /// Commands about transfers in the background.
  sealed interface OfJobs extends ConsoleCommand {}

  /// Commands that speak with the other side in its own words.
  sealed interface Raw extends ConsoleCommand {}

  record Open(OpenTarget target) implements Connecting {}

  /// Logs in anew on the same machine.
  record User(String name) implements Connecting {}

  record Close() implements Connecting {}

  record Quit() implements Connecting {}

  record ShowBookmarks() implements Connecting {}

  /// Keeps an address under a name; without one, that of the session.
  record AddBookmark(String name, Optional<OpenTarget> target) implements Connecting {}

  record RemoveBookmark(String name) implements Connecting {}

  record Help(HelpPage page) implements Setting {}

  record Status() implements Setting {}

  record Debug(boolean on) implements Setting {}

  record Explain(boolean on) implements Setting {}

  /// Says something that never changes, such as why data connections are passive.
  ///
  /// @param granted whether it is what was asked for
  record Tell(String text, boolean granted) implements Setting {}

  /// Hands a line to the shell; an empty one begins a shell.
  record Shell(String line) implements Setting {}

  record ListDirectory(Word word, ListStyle style) implements Looking {
    @Override
    public String subject() {
      return word.text();
    }
  }

  record ChangeDirectory(String path) implements Looking {
    @Override
    public String subject() {
      return path;
    }
  }

  /// Goes back to the directory before the last change.
  record ChangeBack() implements Looking {}

  record PrintDirectory() implements Looking {}

  record Size(String path) implements Looking {
    @Override
    public String subject() {
      return path;
    }
  }

  record ShowTime(String path) implements Looking {
    @Override
    public String subject() {
      return path;
    }
  }

  record Find(String path, Optional<String> pattern) implements Looking {
    @Override
    public String subject() {
      return path;
    }
  }

  /// Adds up sizes.
  ///
  /// @param exact in octets
  /// @param totalOnly without the directories below
  record DiskUsage(String path, boolean exact, boolean totalOnly) implements Looking {
    @Override
    public String subject() {
      return path;
    }
  }

  record Hash(Optional<DigestAlgorithm> algorithm, String path) implements Looking {
    @Override
    public String subject() {
      return path;
    }
  }

  record Cat(List<Word> files) implements Reading {}

  record Page(String path) implements Reading {
    @Override
    public String subject() {
      return path;
    }
  }

  record Edit(String path) implements Reading {
    @Override
    public String subject() {
      return path;
    }
  }

  /// Removes files, or trees.
  ///
  /// @param force without a question
  /// @param ask even where no pattern stands
  record Remove(List<Word> files, boolean recursive, boolean force, boolean ask)
      implements Changing {}

  record MakeDirectories(List<String> paths, boolean parents) implements Changing {}

  record RemoveDirectories(List<Word> paths) implements Changing {}

  /// Gives something another name.
  ///
  /// @param replace a file that stands there, without a question
  record Rename(String from, String to, boolean replace) implements Changing {
    @Override
    public String subject() {
      return from + " -> " + to;
    }
  }

  record ChangeMode(int mode, List<Word> files) implements Changing {}

  /// Sets a time; without one, now.
  record SetTime(String path, Optional<LocalDateTime> time) implements Changing {
    @Override
    public String subject() {
      return path;
    }
  }

  record LocalChangeDirectory(String path) implements LocalTree {
    @Override
    public String subject() {
      return path;
    }
  }

  /// Goes back to the local directory before the last change.
  record LocalChangeBack() implements LocalTree {}

  record LocalPrintDirectory() implements LocalTree {}

  record LocalMakeDirectory(String path) implements LocalTree {
    @Override
    public String subject() {
      return path;
    }
  }

  record LocalList(Word word, ListStyle style) implements LocalTree {
    @Override
    public String subject() {
      return word.text();
    }
  }

  /// Receives a file.
  record Get(String remote, Optional<String> local, IfThere ifThere) implements Transfer {
    @Override
    public String subject() {
      return "get " + remote;
    }
  }

  /// Sends a file.
  record Put(String local, Optional<String> remote, IfThere ifThere) implements Transfer {
    @Override
    public String subject() {
      return "put " + local;
    }
  }

  /// Receives all files that fit into the local directory.
  record GetMany(List<Word> remotes, IfThere ifThere) implements Transfer {
    @Override
    public String subject() {
      return "mget " + Word.joined(remotes);
    }
  }

  /// Sends all files that fit into the remote directory.
  record PutMany(List<Word> locals, IfThere ifThere) implements Transfer {
    @Override
    public String subject() {
      return "mput " + Word.joined(locals);
    }
  }

  /// Puts a local file behind what is in a remote one.
  record Append(String local, Optional<String> remote) implements Transfer {
    @Override
    public String subject() {
      return "append " + local;
    }
  }

  /// Makes one directory like another.
  ///
  /// @param reverse from here to there
  /// @param source by default the present directory of that side
  /// @param target by default the source's name in the present directory of that side
  record Mirror(
      boolean reverse, Optional<String> source, Optional<String> target, MirrorStyle style)
      implements Transfer {
    @Override
    public String subject() {
      return source.map(name -> "mirror " + name).orElse("mirror");
    }
  }

  /// Writes files to the standard output.
  ///
  /// @param tell whether to say on the standard error how much that was
  record GetOutput(Word files, boolean tell) implements Streaming {
    @Override
    public String subject() {
      return "get " + files.text();
    }
  }

  /// Makes a file of what comes from the standard input.
  ///
  /// @param replace whether a file may be there already
  record PutInput(String remote, boolean replace) implements Streaming {
    @Override
    public String subject() {
      return "put " + remote;
    }
  }

  record ShowJobs() implements OfJobs {}

  /// Waits for a job; without a number, for all of them.
  record WaitForJobs(Optional<Integer> number) implements OfJobs {}

  record KillJob(int number) implements OfJobs {}

  /// Runs when the transfers queued before it are done.
  record Queue(Transfer transfer) implements OfJobs {}

  record Features() implements Raw {}

  record Quote(String line) implements Raw {}
}
