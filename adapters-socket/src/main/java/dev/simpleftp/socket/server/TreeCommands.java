package dev.simpleftp.socket.server;

import dev.simpleftp.application.port.in.UseCases;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.TreeEdit;
import dev.simpleftp.socket.wire.Command;
import dev.simpleftp.socket.wire.FtpTime;
import dev.simpleftp.socket.wire.ListFormat;
import dev.simpleftp.socket.wire.Reply;
import dev.simpleftp.socket.wire.TransferType;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// What looks at or changes the tree without a data connection (RFC 959 §4.1.3, RFC 3659).
final class TreeCommands {
  private final Conversation conversation;
  private final UseCases useCases;

  TreeCommands(Conversation conversation, UseCases useCases) {
    this.conversation = conversation;
    this.useCases = useCases;
  }

  Reply carryOut(Command.Tree command) throws IOException {
    return switch (command) {
      case Command.PrintDirectory() -> printDirectory();
      case Command.ChangeDirectory(var path) -> changeDirectory(path);
      case Command.Describe(var path) -> describe(path);
      case Command.Look(var path) -> look(path);
      case Command.Size(var path) -> size(path);
      case Command.ModificationTime(var path) -> modificationTime(path);
      case Command.MakeDirectory(var path) -> makeDirectory(path);
      case Command.RemoveDirectory(var path) ->
          edit(new TreeEdit.RemoveDirectory(resolve(path)), "Directory removed.");
      case Command.Delete(var path) ->
          edit(new TreeEdit.RemoveFile(resolve(path)), "File removed.");
      case Command.RenameFrom(var path) -> renameFrom(path);
      case Command.RenameTo(var path) -> renameTo(path);
    };
  }

  private Reply printDirectory() {
    return Reply.of(257, quoted(session().workingDirectory()) + " is the working directory.");
  }

  private Reply changeDirectory(String path) throws IOException {
    useCases.changeDirectory().change(session(), resolve(path));
    return Reply.of(250, "The working directory is " + quoted(session().workingDirectory()) + ".");
  }

  /// RFC 3659 §7: the facts stand on a line of their own, behind one blank.
  private Reply describe(String pathname) throws IOException {
    FilePath path = resolve(pathname);
    FileEntry entry = useCases.describe().describe(session(), path);
    var line = new StringBuilder(" ");
    conversation.facts().append(line, entry, path.toString(), session().grants().on(path));
    return Reply.of(250, "Facts follow", List.of(line.toString()), "End");
  }

  /// 550 when it is missing, 212 for a directory or a pattern, 213 for a file.
  private Reply look(String given) throws IOException {
    var reader = new ListingReply(new ListingLines(conversation, ListFormat.UNIX, given));
    long entries = useCases.list().match(session(), resolve(given), reader);
    return reader.reply(entries);
  }

  /// In TYPE A the answer would need a scan of the file (RFC 3659 §4.1), so it is refused.
  private Reply size(String path) throws IOException {
    if (conversation.state().type() == TransferType.ASCII) {
      return Reply.of(550, "SIZE is not available in TYPE A; use TYPE I.");
    }
    FileEntry entry = useCases.describe().describeFile(session(), resolve(path));
    return Reply.of(213, Long.toString(entry.size()));
  }

  private Reply modificationTime(String path) throws IOException {
    FileEntry entry = useCases.describe().describeFile(session(), resolve(path));
    return Reply.of(213, FtpTime.write(entry.modified()));
  }

  private Reply makeDirectory(String pathname) throws IOException {
    FilePath path = resolve(pathname);
    useCases.editTree().apply(session(), new TreeEdit.MakeDirectory(path));
    return Reply.of(257, quoted(path) + " made.");
  }

  /// 550 when it is missing, 350.
  private Reply renameFrom(String pathname) throws IOException {
    FilePath path = resolve(pathname);
    useCases.describe().describe(session(), path);
    conversation.state().renameFrom(path);
    return Reply.of(350, "Tell the new name with RNTO.");
  }

  /// 503 when RNFR was not the command before.
  private Reply renameTo(String pathname) throws IOException {
    Optional<FilePath> from = conversation.state().takeRenameFrom();
    if (from.isEmpty()) {
      return Reply.of(503, "Name the file with RNFR first.");
    }
    return edit(new TreeEdit.Rename(from.get(), resolve(pathname)), "Renamed.");
  }

  private Reply edit(TreeEdit edit, String done) throws IOException {
    useCases.editTree().apply(session(), edit);
    return Reply.of(250, done);
  }

  private FilePath resolve(String path) throws IOException {
    return session().resolve(path);
  }

  private Session session() {
    return conversation.session();
  }

  /// A quote inside the quotes is doubled (RFC 959 Appendix II).
  private static String quoted(FilePath path) {
    return '"' + path.toString().replace("\"", "\"\"") + '"';
  }
}
