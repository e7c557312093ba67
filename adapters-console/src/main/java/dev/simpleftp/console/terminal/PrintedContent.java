package dev.simpleftp.console.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/// Bytes for a print stream, which itself is silent when they cannot be written. Closing only
/// flushes.
final class PrintedContent extends OutputStream {
  private final PrintStream out;

  PrintedContent(PrintStream out) {
    this.out = out;
  }

  @Override
  public void write(int octet) throws IOException {
    out.write(octet);
    check();
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
    check();
  }

  @Override
  public void close() throws IOException {
    check();
  }

  private void check() throws IOException {
    if (out.checkError()) {
      throw new IOException("Its disk is full, or nobody reads it.");
    }
  }
}
