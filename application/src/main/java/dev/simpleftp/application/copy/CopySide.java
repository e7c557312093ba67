package dev.simpleftp.application.copy;

import dev.simpleftp.application.port.in.CopyFile;
import java.io.IOException;

/// Marks a failure with the side it comes from.
final class CopySide {
  private CopySide() {}

  /// Does something on one side. What is marked already keeps its mark.
  static <T> T at(CopyFile.Side side, Call<T> call) throws CopyFile.Failed {
    try {
      return call.run();
    } catch (CopyFile.Failed marked) {
      throw marked;
    } catch (IOException e) {
      throw new CopyFile.Failed(side, e, false);
    }
  }

  /// Something that may fail.
  @FunctionalInterface
  interface Call<T> {
    T run() throws IOException;
  }
}
