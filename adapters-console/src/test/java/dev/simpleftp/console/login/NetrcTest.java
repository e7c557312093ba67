package dev.simpleftp.console.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.domain.Secret;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NetrcTest {
  private static final String FILE =
      """
      # machine commented login no password no
      machine host login bob password "a b\\"c" account staff
      macdef init
        machine trap login no password no

      machine other # not part of it
        login al\\ ice
        password #secret
      machine host login carol password second
      default login guest password any
      """;

  private final Netrc netrc = Netrc.parse(FILE);

  @Test
  void findsTheFirstEntryOfAHost() {
    assertThat(login("host", Optional.empty())).isEqualTo("bob:a b\"c");
  }

  @Test
  void findsTheEntryOfAUser() {
    assertThat(login("HOST", Optional.of("carol"))).isEqualTo("carol:second");
  }

  @Test
  void keepsAPasswordThatBeginsLikeAComment() {
    assertThat(login("other", Optional.empty())).isEqualTo("al ice:#secret");
  }

  @Test
  void passesOverMacrosAndComments() {
    assertThat(login("trap", Optional.empty())).isEqualTo("guest:any");
    assertThat(login("commented", Optional.empty())).isEqualTo("guest:any");
  }

  @Test
  void findsNothingForAnotherUser() {
    assertThat(netrc.find("host", Optional.of("dave"))).isEmpty();
  }

  @Test
  void survivesAFileThatBreaksOff() {
    assertThat(Netrc.parse("machine").entries()).hasSize(1);
    assertThat(Netrc.parse("machine h login \"x").entries()).hasSize(1);
    assertThat(Netrc.parse("macdef").entries()).isEmpty();
    assertThat(Netrc.parse("nonsense \\").entries()).isEmpty();
  }

  private String login(String host, Optional<String> user) {
    Netrc.Entry entry = netrc.find(host, user).orElseThrow();
    return entry.login().orElse("") + ":" + entry.password().map(Secret::reveal).orElse("");
  }
}
