package dev.simpleftp.console;

import dev.simpleftp.application.port.in.UseCases;
import dev.simpleftp.application.session.Endpoint;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.StoreFailure;
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
/// The copy is removed, unless what was written into it is not put back: then its place is told.
final class RemoteEditing {
  private final UseCases useCases;
  private final Contents contents;
  private final ReadCommands.Tools tools;

  RemoteEditing(UseCases useCases, Contents contents, ReadCommands.Tools tools) {
    this.useCases = useCases;
    this.contents = contents;
    this.tools = tools;
  }

  void edit(Endpoint side, FilePath path) throws IOException, CommandFailure {
    if (!tools.screen().interactive()) {
      throw new CommandFailure("An editor needs a terminal; a script uses get and put.");
    }
    if (path.isRoot()) {
      throw new Refused(Refusal.NOT_A_FILE);
    }
    String editor = editor();
    Optional<FileEntry> before = look(side.session(), path);
    Path directory = Files.createTempDirectory("simpleftp");
    Path copy = directory.resolve("edit-" + localName(path));
    boolean needed = false;
    try {
      fetch(side.session(), path, before.isPresent(), copy);
      byte[] fetched = fingerprint(copy);
      needed = true; // from now on the copy may be all there is
      int code = run(editor, copy);
      // The content decides, because an editor may write the same text again.
      needed = !Arrays.equals(fetched, fingerprint(copy));
      requireSuccess(code);
      if (needed) {
        putBack(side, path, before, copy);
        needed = false;
      } else {
        tools.screen().line("Nothing changed, so nothing is put.");
      }
    } finally {
      leave(copy, directory, needed);
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

  private String editor() throws CommandFailure {
    return tools
        .programs()
        .named("VISUAL", "EDITOR")
        .or(() -> tools.programs().installed("vi", "nano"))
        .orElseThrow(() -> new CommandFailure("No editor: set EDITOR to one."));
  }

  private int run(String editor, Path copy) throws CommandFailure {
    return tools
        .programs()
        .run(List.of("/bin/sh", "-c", editor + " \"$1\"", "sh", copy.toString()));
  }

  private static void requireSuccess(int code) throws CommandFailure {
    if (code != 0) {
      throw new CommandFailure("The editor ended with exit code " + code + "; nothing is put.");
    }
  }

  private void putBack(Endpoint side, FilePath path, Optional<FileEntry> before, Path copy)
      throws IOException, CommandFailure {
    if (!same(before, lookAgain(side, path)) && !wantsToReplace(path)) {
      throw new CommandFailure("Nothing is put.");
    }
    useCases.put().put(side.session(), path, WriteMode.REPLACE, new FileOrigin(copy));
    tools.screen().line("put " + path);
  }

  /// A session may end while nobody uses it: then it is opened again.
  private Optional<FileEntry> lookAgain(Endpoint side, FilePath path) throws IOException {
    try {
      return look(side.session(), path);
    } catch (Refused | StoreFailure told) {
      throw told;
    } catch (IOException _) {
      side.drop();
      return look(side.session(), path);
    }
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

  private static byte[] fingerprint(Path file) throws CommandFailure {
    try (var in = new DigestInputStream(Files.newInputStream(file), sha256())) {
      in.transferTo(OutputStream.nullOutputStream());
      return in.getMessageDigest().digest();
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.LOCAL, "The copy cannot be read: " + Failures.sentence(e), e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java knows SHA-256.", e);
    }
  }

  private void leave(Path copy, Path directory, boolean needed) throws IOException {
    if (needed) {
      tools.screen().note("Your text is in " + copy + ".");
    } else {
      Files.deleteIfExists(copy);
      Files.deleteIfExists(directory);
    }
  }
}
