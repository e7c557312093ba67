package dev.simpleftp.filesystem.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.domain.Login;
import dev.simpleftp.domain.Secret;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class VerifiedLoginsTest {
  private final AtomicLong clock = new AtomicLong();
  private final VerifiedLogins verified = new VerifiedLogins(clock::get);

  private static Login login(String user) {
    return new Login(user, Secret.of("secret"));
  }

  @Test
  void forgetsAfterAMinute() {
    verified.add(login("alice"));

    clock.addAndGet(Duration.ofSeconds(59).toNanos());
    assertThat(verified.knows(login("alice"))).isTrue();
    clock.addAndGet(Duration.ofSeconds(1).toNanos());
    assertThat(verified.knows(login("alice"))).isFalse();
  }

  @Test
  void tellsUsersWithTheSamePasswordApart() {
    verified.add(login("alice"));

    assertThat(verified.knows(login("bob"))).isFalse();
    assertThat(verified.knows(new Login("alices", Secret.of("ecret")))).isFalse();
  }

  @Test
  void remembersAThousandAtMost() {
    for (int i = 0; i <= 1_000; i++) {
      verified.add(login("user" + i));
    }

    assertThat(verified.knows(login("user0"))).isFalse();
    assertThat(verified.knows(login("user1"))).isTrue();
  }
}
