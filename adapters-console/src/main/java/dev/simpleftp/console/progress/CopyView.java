package dev.simpleftp.console.progress;

import dev.simpleftp.application.port.in.CopyFile;
import dev.simpleftp.application.port.in.CopyListener;
import java.io.Closeable;
import java.io.IOException;

/// Shows the copies of one command. Thread-safe: several may run at once.
public interface CopyView extends Closeable {

  /// How much there will be in all, as far as is known. A single file needs no such line.
  void expect(long files, long octets);

  /// A copy begins.
  Watch begins(Task task);

  /// Nothing more comes.
  @Override
  void close();

  /// What is copied.
  ///
  /// @param name of the source, as the user would say it
  /// @param newName of the copy, if it is another
  /// @param done in the past tense: `received` or `stored`
  record Task(String name, String newName, String done) {
    String label() {
      return name.equals(newName) ? name : name + " -> " + newName;
    }
  }

  /// Hears how one copy goes, and how it ended.
  interface Watch extends CopyListener {
    void done(CopyFile.Report report);

    void failed(IOException cause);
  }
}
