package dev.simpleftp.bootstrap.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommonNameTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "alice                   | alice",
        "alice,O=People          | alice",
        "a\\,CN\\=bob            | a\\,CN\\=bob",
        "alice,CN=bob            |",
        "alice+CN=bob            |",
        "alice+O=People          |"
      })
  void isTheOneInTheSubject(String subject, String expected) throws Exception {
    var certificate = TestKeys.certificate(TestKeys.pair("EC"), subject);

    assertThat(CommonName.of(certificate)).isEqualTo(Optional.ofNullable(expected));
  }
}
