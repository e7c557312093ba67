package dev.simpleftp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.console.ProtocolGlossary;
import dev.simpleftp.socket.wire.Verb;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is said on the wire can be explained to somebody who learns it.
class GlossaryTest {

  @ParameterizedTest
  @EnumSource(Verb.class)
  void explainsEveryVerb(Verb verb) {
    assertThat(ProtocolGlossary.ofVerb(verb.name())).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"XCRC", "XMD5", "XSHA1", "XSHA256", "CLNT", "XPWD", "MFMT", "AUTH"})
  void explainsWhatOtherServersAreAsked(String verb) {
    assertThat(ProtocolGlossary.ofVerb(verb)).isPresent();
  }
}
