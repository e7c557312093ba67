package dev.simpleftp.console.terminal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// A stream for somebody who does not own it: closing only flushes.
final class Unclosed extends FilterOutputStream {
  Unclosed(OutputStream stream) {
    super(stream);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
  }

  @Override
  public void close() throws IOException {
    flush();
  }
}
