package dev.simpleftp.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeerTest {
  @ParameterizedTest
  @CsvSource({
    "FILES.example.org, files.example.org",
    "files.example.org., files.example.org",
    "files.example.org, files.example.org",
    "FE80::A, fe80::a",
    "., ."
  })
  void hasOneSpellingForAllThatNameTheSameHost(String typed, String one) {
    assertThat(new Peer(typed, 21).canonical()).isEqualTo(new Peer(one, 21));
  }
}
