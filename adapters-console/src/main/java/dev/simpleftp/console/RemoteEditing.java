package dev.simpleftp.console;

import dev.simpleftp.application.port.in.UseCases;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.WriteMode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// `edit`: an editor of this machine works on a copy that only its owner can read.
///
/// The copy is removed, unless what was written into it could not be put back.
final class RemoteEditing {
  private final UseCases useCases;
  private final Contents contents;
  private final ReadCommands.Tools tools;

  RemoteEditing(UseCases useCases, Contents contents, ReadCommands.Tools tools) {
    this.useCases = useCases;
    this.contents = contents;
    this.tools = tools;
  }

  void edit(Session session, FilePath path) throws IOException, CommandFailure {
    if (!tools.screen().interactive()) {
      throw new CommandFailure("An editor needs a terminal; a script uses get and put.");
    }
    if (path.isRoot()) {
      throw new Refused(Refusal.NOT_A_FILE);
    }
    Optional<FileEntry> before = look(session, path);
    Path directory = Files.createTempDirectory("simpleftp");
    Path copy = directory.resolve("edit-" + localName(path));
    boolean spare = true;
    try {
      fetch(session, path, before.isPresent(), copy);
      if (changed(copy)) {
        spare = false; // from now on the copy may be all there is
        putBack(session, path, before, copy);
        spare = true;
      }
    } finally {
      remove(copy, directory, spare);
    }
  }

  /// Editors know the language of a file by its name.
  private static String localName(FilePath path) {
    String name = path.name().text();
    int dot = name.lastIndexOf('.');
    String end = dot < 0 ? "" : name.substring(dot + 1);
    boolean plain =
        end.length() < 10 && end.chars().allMatch(c -> c < 0x80 && Character.isLetterOrDigit(c));
    return "copy" + (plain && !end.isEmpty() ? "." + end : ".txt");
  }

  private Optional<FileEntry> look(Session session, FilePath path) throws IOException {
    try {
      return Optional.of(useCases.describe().describeFile(session, path));
    } catch (Refused refused) {
      if (refused.refusal() == Refusal.NOT_FOUND) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  private void fetch(Session session, FilePath path, boolean there, Path copy)
      throws IOException, CommandFailure {
    try (OutputStream stream = Files.newOutputStream(copy)) {
      if (there) {
        contents.pour(session, path, stream);
      }
    } catch (UncheckedIOException e) {
      throw new CommandFailure("The copy cannot be kept: " + Failures.sentence(e), e);
    }
  }

  /// Runs the editor; the content decides, because an editor may write the same text again.
  private boolean changed(Path copy) throws IOException, CommandFailure {
    byte[] before = fingerprint(copy);
    String editor =
        tools
            .programs()
            .named("VISUAL", "EDITOR")
            .or(() -> tools.programs().installed("vi", "nano"))
            .orElseThrow(() -> new CommandFailure("No editor: set EDITOR to one."));
    int code =
        tools.programs().run(List.of("/bin/sh", "-c", editor + " \"$1\"", "sh", copy.toString()));
    if (code != 0) {
      throw new CommandFailure("The editor ended with exit code " + code + "; nothing is put.");
    }
    boolean same = Arrays.equals(before, fingerprint(copy));
    if (same) {
      tools.screen().line("Nothing changed, so nothing is put.");
    }
    return !same;
  }

  private void putBack(Session session, FilePath path, Optional<FileEntry> before, Path copy)
      throws IOException, CommandFailure {
    if (!same(before, look(session, path)) && !wantsToReplace(path)) {
      throw new CommandFailure("Nothing is put. Your text is in " + copy + ".");
    }
    try {
      useCases.put().put(session, path, WriteMode.REPLACE, new FileOrigin(copy));
    } catch (Refused refused) {
      throw new CommandFailure(
          path + ": " + Failures.sentence(refused) + " Your text is in " + copy + ".", refused);
    } catch (IOException e) {
      tools.screen().note("Your text is in " + copy + ".");
      throw e;
    }
    tools.screen().line("put " + path);
  }

  private boolean wantsToReplace(FilePath path) {
    String answer =
        tools
            .screen()
            .ask(path + " changed on the server meanwhile. Replace it by yours? [y/N] ")
            .orElse("");
    return List.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT));
  }

  private static boolean same(Optional<FileEntry> before, Optional<FileEntry> after) {
    return before.map(FileEntry::size).equals(after.map(FileEntry::size))
        && before.map(FileEntry::modified).equals(after.map(FileEntry::modified));
  }

  private static byte[] fingerprint(Path file) throws IOException {
    try (var in = new DigestInputStream(Files.newInputStream(file), sha256())) {
      in.transferTo(OutputStream.nullOutputStream());
      return in.getMessageDigest().digest();
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java knows SHA-256.", e);
    }
  }

  private static void remove(Path copy, Path directory, boolean spare) throws IOException {
    if (spare) {
      Files.deleteIfExists(copy);
      Files.deleteIfExists(directory);
    }
  }
}
