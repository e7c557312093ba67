package dev.simpleftp.console;

import dev.simpleftp.application.port.in.EditTree;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.TreeEdit;
import java.io.IOException;

/// Carries out changes one by one and says so at a terminal.
final class Edits {
  private final EditTree edit;
  private final ConsoleParts parts;

  Edits(EditTree edit, ConsoleParts parts) {
    this.edit = edit;
    this.parts = parts;
  }

  void apply(Session session, TreeEdit change) throws IOException {
    quietly(session, change);
    if (parts.screen().interactive()) {
      parts.screen().line(done(change));
    }
  }

  /// The same for one of several names; a no says which.
  void apply(Session session, String name, TreeEdit change) throws IOException, CommandFailure {
    try {
      apply(session, change);
    } catch (Refused refused) {
      boolean directory =
          change instanceof TreeEdit.RemoveFile && refused.refusal() == Refusal.NOT_A_FILE;
      throw directory
          ? new CommandFailure(
              name
                  + " is no file, so it stays. 'rmdir' removes an empty directory, 'rm -r' a full"
                  + " one.",
              refused)
          : CommandFailure.about(name, refused);
    }
  }

  /// Without a word, for a command that counts.
  void quietly(Session session, TreeEdit change) throws IOException {
    parts.cancellation().check();
    edit.apply(session, change);
  }

  private static String done(TreeEdit edit) {
    return switch (edit) {
      case TreeEdit.MakeDirectory(var path) -> "made " + path;
      case TreeEdit.RemoveFile(var path) -> "removed " + path;
      case TreeEdit.RemoveDirectory(var path) -> "removed " + path;
      case TreeEdit.Rename(var from, var to) -> "moved " + from + " to " + to;
      case TreeEdit.Modify(var path, var modified) -> "set the time of " + path + " to " + modified;
      case TreeEdit.ChangeMode(var path, var mode) ->
          "set the permissions of " + path + " to " + Integer.toOctalString(mode);
    };
  }
}
