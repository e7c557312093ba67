package dev.simpleftp.socket.server;

import dev.simpleftp.application.port.in.UseCases;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.TreeEdit;
import dev.simpleftp.socket.wire.Command;
import dev.simpleftp.socket.wire.FtpTime;
import dev.simpleftp.socket.wire.Refusals;
import dev.simpleftp.socket.wire.Reply;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// MFMT, MFF, MDTM with a time, SITE CHMOD and UTIME, AVBL: what is said of an entry, not its
/// content (draft-somers-ftp-mfxx, draft-peterson-streamlined-ftp).
///
/// A store that keeps no times or permissions answers 504.
final class AttributeCommands {
  private final Conversation conversation;
  private final UseCases useCases;

  AttributeCommands(Conversation conversation, UseCases useCases) {
    this.conversation = conversation;
    this.useCases = useCases;
  }

  Reply carryOut(Command.Attribute command) throws IOException {
    return switch (command) {
      case Command.Modify(var time, var path) ->
          changeFacts(resolve(path), Optional.of(time), Optional.empty());
      case Command.ModifyOrTell(var whole, var time, var path) -> modifyOrTell(whole, time, path);
      case Command.ChangeFacts(var time, var mode, var path) ->
          changeFacts(resolve(path), time, mode);
      case Command.SetTime(var time, var path) -> {
        edit(new TreeEdit.Modify(resolve(path), time));
        yield Reply.of(200, "The time is set.");
      }
      case Command.ChangeMode(var mode, var path) -> {
        edit(new TreeEdit.ChangeMode(resolve(path), mode));
        yield Reply.of(200, "The permissions are set.");
      }
      case Command.Room(var directory) -> room(directory);
    };
  }

  /// 213 with the time of a file of the whole name, 501 no such date, else as MFMT.
  private Reply modifyOrTell(String whole, Optional<Instant> time, String path) throws IOException {
    Optional<Instant> told = modified(whole);
    if (told.isPresent()) {
      return Reply.of(213, FtpTime.write(told.get()));
    }
    return time.isEmpty()
        ? Reply.of(501, "Expected is a time as YYYYMMDDHHMMSS, UTC.")
        : changeFacts(resolve(path), time, Optional.empty());
  }

  private Optional<Instant> modified(String pathname) throws IOException {
    try {
      FileEntry entry = useCases.describe().describeFile(session(), resolve(pathname));
      return Optional.of(entry.modified());
    } catch (Refused _) {
      return Optional.empty();
    }
  }

  /// The time is set first: permissions may shut the door behind themselves. When they are refused
  /// the time goes back to what it was.
  private Reply changeFacts(FilePath path, Optional<Instant> time, Optional<Integer> mode)
      throws IOException {
    if (time.isPresent() && mode.isPresent()) {
      changeBoth(path, time.get(), mode.get());
    } else if (time.isPresent()) {
      edit(new TreeEdit.Modify(path, time.get()));
    } else if (mode.isPresent()) {
      edit(new TreeEdit.ChangeMode(path, mode.get()));
    }
    String facts =
        time.map(t -> "Modify=" + FtpTime.write(t) + ";").orElse("")
            + mode.map("UNIX.mode=0%03o;"::formatted).orElse("");
    return Reply.of(213, facts + " " + path);
  }

  private void changeBoth(FilePath path, Instant time, int mode) throws IOException {
    Instant before = useCases.describe().describe(session(), path).modified();
    edit(new TreeEdit.Modify(path, time));
    try {
      edit(new TreeEdit.ChangeMode(path, mode));
    } catch (Refused refused) {
      edit(new TreeEdit.Modify(path, before));
      throw refused;
    }
  }

  /// 550 no such directory, 504 when the store cannot tell, 213.
  private Reply room(String directory) throws IOException {
    OptionalLong octets = useCases.describe().space(session(), resolve(directory));
    return octets.isPresent()
        ? Reply.of(213, Long.toString(octets.getAsLong()))
        : Refusals.reply(Refusal.UNSUPPORTED);
  }

  private void edit(TreeEdit edit) throws IOException {
    useCases.editTree().apply(session(), edit);
  }

  private FilePath resolve(String path) throws IOException {
    return session().resolve(path);
  }

  private Session session() {
    return conversation.session();
  }
}
