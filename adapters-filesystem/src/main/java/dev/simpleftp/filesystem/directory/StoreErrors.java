package dev.simpleftp.filesystem.directory;

import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.StoreFailure;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.ClosedDirectoryStreamException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/// Says in the subject's words what the file system answered. No path of this machine gets out.
final class StoreErrors {
  private static final String LINK = "Too many levels of symbolic links";

  private StoreErrors() {}

  /// Runs one operation of a store.
  static <T> T translating(Operation<T> operation) throws IOException {
    try {
      return operation.run();
    } catch (FileSystemException e) {
      throw translated(e);
    } catch (ClosedDirectoryStreamException e) {
      throw new StoreFailure("The store is closed.", e);
    }
  }

  static IOException translated(FileSystemException e) {
    return switch (e) {
      case NoSuchFileException _ -> new Refused(Refusal.NOT_FOUND);
      case FileAlreadyExistsException _ -> new Refused(Refusal.ALREADY_EXISTS);
      case DirectoryNotEmptyException _ -> new Refused(Refusal.NOT_EMPTY);
      case NotDirectoryException _ -> new Refused(Refusal.NOT_A_DIRECTORY);
      case AccessDeniedException _ -> new Refused(Refusal.DENIED);
      case AtomicMoveNotSupportedException _ -> new Refused(Refusal.UNSUPPORTED);
      default -> byText(e, "The file system failed.");
    };
  }

  /// What a failed write, force or rename means.
  static IOException writing(IOException e) {
    return switch (e) {
      case Refused refused -> refused;
      case StoreFailure failure -> failure;
      case FileSystemException f -> translated(f);
      default -> byText(e, "The file could not be written.");
    };
  }

  /// Whether a link or a file stood where a directory was to be opened.
  static boolean saysNoDirectory(FileSystemException e) {
    String text = String.valueOf(e.getMessage());
    return text.contains(LINK) || text.contains("Not a directory");
  }

  /// The JDK hands over these causes as the operating system's text only.
  private static IOException byText(IOException e, String otherwise) {
    String text = String.valueOf(e.getMessage());
    if (text.contains("No space left on device")) {
      return new Refused(Refusal.NO_SPACE);
    }
    if (text.contains("Disk quota exceeded")) {
      return new Refused(Refusal.OVER_QUOTA);
    }
    if (text.contains("Read-only file system") || text.contains("Operation not permitted")) {
      return new Refused(Refusal.DENIED);
    }
    if (text.contains(LINK)) {
      return new Refused(Refusal.NOT_FOUND);
    }
    if (text.contains("File name too long")) {
      return new Refused(Refusal.BAD_NAME);
    }
    return new StoreFailure(otherwise, e);
  }

  /// One operation on the file system.
  @FunctionalInterface
  interface Operation<T> {
    T run() throws IOException;
  }
}
