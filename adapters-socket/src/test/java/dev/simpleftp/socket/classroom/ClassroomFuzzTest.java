package dev.simpleftp.socket.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.simpleftp.domain.LosslessUtf8;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// The dialect of the course papers: nothing parts its messages, so any bytes are some.
class ClassroomFuzzTest {

  @FuzzTest
  void anyBytesAreCommands(byte[] bytes) {
    check(bytes);
  }

  @Property(tries = 300)
  void anyBytesBehindAnAcknowledgementAreCommands(@ForAll byte[] bytes) {
    check(bytes);
    String text = LosslessUtf8.decode(bytes);
    List<ClassroomCommand> commands = ClassroomCommand.parse("FILES LISTED" + text);
    assertThat(commands.getFirst().toString()).isEqualTo("FILES LISTED");
    assertThat(commands.subList(1, commands.size())).isEqualTo(ClassroomCommand.parse(text));
  }

  /// All but the last are acknowledgements, and nothing but line ends is lost.
  private static void check(byte[] bytes) {
    String text = LosslessUtf8.decode(bytes);
    List<ClassroomCommand> commands = ClassroomCommand.parse(text);
    var said = new StringBuilder();
    commands.forEach(said::append);
    assertThat(said.toString().replace("\r", "").replace("\n", ""))
        .isEqualTo(text.replace("\r", "").replace("\n", ""));
    for (ClassroomCommand command : commands.subList(0, Math.max(0, commands.size() - 1))) {
      assertThat(ClassroomCommand.ACKNOWLEDGEMENTS).contains(command.toString());
    }
  }
}
