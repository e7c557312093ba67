package dev.simpleftp.console;

import dev.simpleftp.application.port.in.CopyFile;
import dev.simpleftp.console.command.Quoting;
import dev.simpleftp.domain.FileName;

/// One file to copy.
///
/// @param name of the source as it was typed
/// @param words behind the command, as they are typed again to go on
record Errand(
    Direction direction, CopyFile.Place from, CopyFile.Place to, String name, String words) {

  /// The command and what it is about, in front of a failure.
  String subject() {
    return direction.command() + " " + name;
  }

  /// The command that goes on with what is kept.
  String resumes() {
    return "re" + direction.command() + " " + words;
  }

  /// The same with another name of the copy.
  Errand renamed(String newName) {
    FileName wanted = new FileName(newName);
    var place = new CopyFile.Place(to.endpoint(), to.path().parent().child(wanted));
    String target = direction == Direction.DOWN ? place.path().toString() : newName;
    return new Errand(
        direction, from, place, name, Quoting.typed(name) + " " + Quoting.typed(target));
  }
}
