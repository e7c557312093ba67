package dev.simpleftp.console.terminal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutputSwitchTest {
  @Test
  void tellsAReaderThatWentFromALineThatBroke() throws IOException {
    var output = new OutputSwitch(new RecordingScreen(List.of()));
    output.redirect(new Unread());
    OutputStream content = output.content();

    assertThatThrownBy(content::close).isInstanceOf(UncheckedIOException.class);
  }

  /// A pipe that nobody reads any more.
  private static final class Unread extends OutputStream {
    @Override
    public void write(int octet) {}

    @Override
    public void flush() throws IOException {
      throw new IOException("Broken pipe");
    }
  }
}
