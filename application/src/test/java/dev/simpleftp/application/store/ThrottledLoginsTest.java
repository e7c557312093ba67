package dev.simpleftp.application.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.simpleftp.application.port.out.FileStores;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Login;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.Secret;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThrottledLoginsTest {
  private static final String HERE = "192.0.2.1";
  private static final String ELSEWHERE = "192.0.2.2";

  private final FakePace time = new FakePace();
  private final AtomicInteger checked = new AtomicInteger();
  private final RecordingFileStore store = new RecordingFileStore();
  private final ThrottledLogins logins =
      new ThrottledLogins(this::open, LoginRules.DEFAULTS, time.pace());

  /// `alice` is the only user.
  private FileStores.Access open(Login login, Peer peer) throws Refused {
    checked.incrementAndGet();
    if (!login.equals(new Login("alice", Secret.of("secret")))) {
      throw new Refused(Refusal.LOGIN_DENIED);
    }
    return new FileStores.Access(store, FilePath.ROOT);
  }

  private void succeed(String user, String host) throws IOException {
    logins.open(new Login(user, Secret.of("secret")), new Peer(host, 4711));
  }

  private Refusal attempt(String user, String password, String host) {
    var login = new Login(user, Secret.of(password));
    return catchThrowableOfType(Refused.class, () -> logins.open(login, new Peer(host, 4711)))
        .refusal();
  }

  private Duration timeOf(Runnable attempt) {
    Duration before = time.elapsed();
    attempt.run();
    return time.elapsed().minus(before);
  }

  private void fail(int times, String user, String host) {
    for (int i = 0; i < times; i++) {
      attempt(user, "wrong", host);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"alice", "nobody"})
  void holdsEachAnswerBackTwiceAsLong(String user) {
    List<Long> seconds = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      seconds.add(timeOf(() -> attempt(user, "wrong", HERE)).toSeconds());
    }

    assertThat(seconds).containsExactly(1L, 2L, 4L, 8L, 10L, 10L, 10L);
  }

  @Test
  @Timeout(30)
  void checksFewPasswordsOfAnAddressThatGuessesOnManyConnections() throws Exception {
    var gate = new Semaphore(0);
    var guarded =
        new ThrottledLogins(
            (login, peer) -> {
              checked.incrementAndGet();
              gate.acquireUninterruptibly();
              throw new Refused(Refusal.LOGIN_DENIED);
            },
            LoginRules.DEFAULTS.with(Duration.ZERO, 10, Duration.ofHours(1)),
            time.pace());
    List<Thread> guesses = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      guesses.add(Thread.startVirtualThread(() -> guess(guarded)));
    }
    while (!guesses.stream().allMatch(guess -> guess.getState() == Thread.State.WAITING)) {
      Thread.onSpinWait();
    }

    int atOnce = checked.get();
    gate.release(guesses.size());
    for (Thread guess : guesses) {
      guess.join();
    }

    assertThat(atOnce).isLessThan(10);
    assertThat(checked.get()).describedAs("checks until the ban").isBetween(10, 20);
  }

  private static void guess(FileStores stores) {
    assertThatThrownBy(
            () -> stores.open(new Login("alice", Secret.of("guess")), new Peer(HERE, 4711)))
        .isInstanceOf(Refused.class);
  }

  @Test
  void doesNotDelayARightPassword() throws IOException {
    succeed("alice", HERE);

    assertThat(time.elapsed()).isZero();
  }

  @Test
  void aRightPasswordClearsItsOwnCount() throws IOException {
    fail(3, "alice", HERE);
    succeed("alice", HERE);

    assertThat(timeOf(() -> attempt("alice", "wrong", HERE))).isEqualTo(Duration.ofSeconds(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"alice", "nobody"})
  void bansANameFromItsAddressAfterTenFailures(String user) throws IOException {
    fail(9, user, HERE);
    assertThat(attempt(user, "wrong", HERE)).isEqualTo(Refusal.BANNED);
    int checks = checked.get();

    Duration taken =
        timeOf(() -> assertThat(attempt(user, "secret", HERE)).isEqualTo(Refusal.BANNED));

    assertThat(taken).isZero();
    assertThat(checked).hasValue(checks);
    assertThat(attempt("bob", "wrong", HERE)).isEqualTo(Refusal.LOGIN_DENIED);
    succeed("alice", ELSEWHERE);
  }

  @Test
  void bansAnAddressThatTriesManyNames() throws IOException {
    for (int i = 0; i < 10; i++) {
      attempt("user" + i, "wrong", HERE);
    }

    assertThat(attempt("alice", "secret", HERE)).isEqualTo(Refusal.BANNED);
    succeed("alice", ELSEWHERE);
  }

  @Test
  void aRightPasswordInBetweenDoesNotHideATrialOfManyNames() throws IOException {
    for (int i = 0; i < 9; i++) {
      attempt("user" + i, "wrong", HERE);
      succeed("alice", HERE);
    }
    attempt("user9", "wrong", HERE);

    assertThat(attempt("alice", "secret", HERE)).isEqualTo(Refusal.BANNED);
  }

  @Test
  void endsABanAfterItsTime() throws IOException {
    fail(10, "alice", HERE);
    time.pass(Duration.ofMinutes(9));
    assertThat(attempt("alice", "secret", HERE)).isEqualTo(Refusal.BANNED);

    time.pass(Duration.ofMinutes(2));

    succeed("alice", HERE);
  }

  @Test
  void forgetsFailuresAfterTheirTime() {
    fail(9, "alice", HERE);
    time.pass(Duration.ofMinutes(11));

    assertThat(timeOf(() -> attempt("alice", "wrong", HERE))).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void countsTheAddressesOfOneIpv6NetworkTogether() {
    fail(5, "alice", "2001:db8:0:1:0:0:0:1");
    fail(5, "alice", "2001:db8:0:1:aaaa:bbbb:cccc:dddd");

    assertThat(attempt("alice", "secret", "2001:db8:0:1:2:3:4:5%eth0")).isEqualTo(Refusal.BANNED);
    assertThat(attempt("alice", "x", "2001:db8:0:2:0:0:0:1")).isEqualTo(Refusal.LOGIN_DENIED);
  }

  @Test
  void readsShortFormsOfIpv6() {
    assertThat(Network.of("2001:db8::1")).isEqualTo(Network.of("2001:db8:0:0:5:6:7:8"));
    assertThat(Network.of("::1")).isEqualTo(Network.of("0:0:0:0:0:0:0:1"));
    assertThat(Network.of("fe80::1%eth0")).isEqualTo(Network.of("fe80:0:0:0:1:2:3:4"));
  }

  /// While a wrong password waits for its answer, a guess made at the same time waits longer.
  @Test
  void attemptsAtOnceTakeTurns() {
    var attempts = new LoginAttempts(LoginRules.DEFAULTS);
    Network network = Network.of(HERE);

    long first = attempts.failed(network, "alice", 0);
    long second = attempts.failed(network, "alice", 0);

    assertThat(Duration.ofNanos(first)).isEqualTo(Duration.ofSeconds(1));
    assertThat(Duration.ofNanos(second)).isEqualTo(Duration.ofSeconds(3));
    assertThat(attempts.nextTurn(network, "alice", 0)).isEqualTo(second);
    assertThat(attempts.nextTurn(network, "bob", 0)).isZero();
  }

  /// The clock goes back to where it stood, as it does for whoever guesses on many connections.
  @Test
  void aRightGuessAmongWrongOnesMadeAtOnceTakesItsTurn() throws IOException {
    fail(2, "alice", HERE);
    time.pass(time.elapsed().negated());

    succeed("alice", HERE);

    assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void longNamesThatBeginAlikeCountAsOne() {
    String longName = "x".repeat(64);
    fail(3, longName + "a", HERE);

    assertThat(timeOf(() -> attempt(longName + "b", "wrong", HERE)))
        .isEqualTo(Duration.ofSeconds(8));
  }

  /// The ban comes while the right password is being checked.
  @Test
  void aBanMeetsAttemptsThatAreOnTheirWay() {
    List<ThrottledLogins> door = new ArrayList<>();
    door.add(
        new ThrottledLogins(
            (login, peer) -> {
              for (int i = 0; i < 10 && login.secret().equals(Secret.of("secret")); i++) {
                tryWrongly(door.getFirst(), "alice", peer);
              }
              return open(login, peer);
            },
            LoginRules.DEFAULTS,
            time.pace()));
    var guess = new Login("alice", Secret.of("secret"));

    Refused refused =
        catchThrowableOfType(
            Refused.class, () -> door.getFirst().open(guess, new Peer(HERE, 4711)));

    assertThat(refused.refusal()).isEqualTo(Refusal.BANNED);
    assertThat(store.calls).containsExactly("close");
  }

  private static void tryWrongly(ThrottledLogins door, String user, Peer peer) {
    assertThatThrownBy(() -> door.open(new Login(user, Secret.of("wrong")), peer))
        .isInstanceOf(Refused.class);
  }

  @Test
  void remembersABoundedNumberOfAddresses() {
    var quick = LoginRules.DEFAULTS.with(Duration.ZERO, 10, Duration.ofMinutes(10));
    var many = new ThrottledLogins(this::open, quick, time.pace());
    String longName = "x".repeat(4_000);
    for (int i = 0; i < 100_000; i++) {
      var peer = new Peer("10." + (i >> 16) + "." + ((i >> 8) & 255) + "." + (i & 255), 1);
      tryWrongly(many, longName, peer);
    }

    assertThat(many.remembered()).isEqualTo(quick.addresses());
  }

  @Test
  void passesOnWhatIsNoWrongPassword() {
    var broken =
        new ThrottledLogins(
            (_, _) -> {
              throw new IOException("broken");
            },
            LoginRules.DEFAULTS,
            time.pace());

    assertThatThrownBy(() -> broken.open(new Login("alice", Secret.of("")), new Peer(HERE, 1)))
        .hasMessage("broken");
    assertThat(time.elapsed()).isZero();
  }
}
