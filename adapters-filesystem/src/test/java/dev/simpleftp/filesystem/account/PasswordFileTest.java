package dev.simpleftp.filesystem.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Login;
import dev.simpleftp.domain.Permission;
import dev.simpleftp.domain.Secret;
import dev.simpleftp.domain.StoreFailure;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init") // the directory is made before each test
class PasswordFileTest {
  /// `U*U`, as `htpasswd -B` writes it.
  private static final String BCRYPT =
      "$2y$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW";

  @TempDir Path directory;

  private Path file() {
    return directory.resolve("users");
  }

  private static Login login(String user, String password) {
    return new Login(user, Secret.of(password));
  }

  private static Account account(String user, String home, String terms) throws IOException {
    Terms parsed = Terms.parse(terms);
    return new Account(user, FilePath.of(home), parsed.grants(), parsed.allowance());
  }

  private PasswordFile withAlice() throws IOException {
    PasswordFile accounts = PasswordFile.openOrNew(file());
    accounts.add(account("alice", "/home/alice", "write"), Secret.of("secret"));
    return accounts;
  }

  @Test
  void letsInWhoeverWasProvedOtherwiseUnlessTheAccountIsLocked() throws IOException {
    withAlice();
    Files.writeString(file(), Files.readString(file()) + "carol:*:/:write\n");
    PasswordFile accounts = PasswordFile.open(file());

    assertThat(accounts.authenticate(Login.ofProved("alice")).map(Account::user)).contains("alice");
    assertThat(accounts.authenticate(Login.ofProved("carol"))).isEmpty();
    assertThat(accounts.authenticate(Login.ofProved("bob"))).isEmpty();
  }

  @Test
  void letsInWhoHasTheRightPassword() throws IOException {
    withAlice();

    Account account = PasswordFile.open(file()).authenticate(login("alice", "secret")).get();

    assertThat(account.user()).isEqualTo("alice");
    assertThat(account.home()).isEqualTo(FilePath.of("/home/alice"));
    assertThat(account.grants().allow(Permission.WRITE, FilePath.ROOT)).isTrue();
  }

  @Test
  void keepsOutEverybodyElse() throws IOException {
    PasswordFile accounts = withAlice();

    assertThat(accounts.authenticate(login("alice", "wrong"))).isEmpty();
    assertThat(accounts.authenticate(login("alice", ""))).isEmpty();
    assertThat(accounts.authenticate(login("bob", "nobody"))).isEmpty();
  }

  @Test
  void keepsOutAWrongPasswordAlsoAfterARightOne() throws IOException {
    PasswordFile accounts = withAlice();

    assertThat(accounts.authenticate(login("alice", "secret"))).isPresent();
    assertThat(accounts.authenticate(login("alice", "secret"))).isPresent();
    assertThat(accounts.authenticate(login("alice", "secreT"))).isEmpty();
  }

  @Test
  void forgetsAPasswordThatWasChanged() throws IOException {
    PasswordFile accounts = withAlice();
    assertThat(accounts.authenticate(login("alice", "secret"))).isPresent();

    accounts.add(account("alice", "/", "read"), Secret.of("new"));

    assertThat(accounts.authenticate(login("alice", "secret"))).isEmpty();
    assertThat(accounts.authenticate(login("alice", "new"))).isPresent();
    assertThat(accounts.list()).hasSize(1);
  }

  @Test
  void readsItsFileAnew() throws IOException {
    PasswordFile accounts = withAlice();
    assertThat(accounts.authenticate(login("alice", "secret"))).isPresent();
    Files.writeString(file(), "carol:" + BCRYPT + ":/:read\n");

    accounts.reload();

    assertThat(accounts.authenticate(login("carol", "U*U"))).isPresent();
    assertThat(accounts.authenticate(login("alice", "secret"))).isEmpty();
  }

  @Test
  void forgetsAPasswordThatAnotherProcessChanged() throws IOException {
    PasswordFile accounts = withAlice();
    assertThat(accounts.authenticate(login("alice", "secret"))).isPresent();
    PasswordFile.open(file()).add(account("alice", "/", "read"), Secret.of("new"));

    accounts.reload();

    assertThat(accounts.authenticate(login("alice", "secret"))).isEmpty();
    assertThat(accounts.authenticate(login("alice", "new"))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"alice:*:/:all\n", "no account at all\n"})
  void keepsItsAccountsWhenTheNewFileIsBad(String text) throws IOException {
    PasswordFile accounts = withAlice();
    Files.writeString(file(), text);

    assertThatThrownBy(accounts::reload).isInstanceOf(StoreFailure.class);

    assertThat(accounts.authenticate(login("alice", "secret"))).isPresent();
  }

  @Test
  void keepsItsAccountsWhenTheFileIsGone() throws IOException {
    PasswordFile accounts = withAlice();
    Files.delete(file());

    assertThatThrownBy(accounts::reload).isInstanceOf(StoreFailure.class);

    assertThat(accounts.authenticate(login("alice", "secret"))).isPresent();
  }

  @Test
  void writesArgon2idInTheStandardEncoding() throws IOException {
    withAlice();

    assertThat(Files.readString(file()))
        .startsWith("alice:$argon2id$v=19$m=19456,t=2,p=1$")
        .endsWith(":/home/alice:write\n");
  }

  @Test
  void readsBcryptHashesOfOtherTools() throws IOException {
    Files.writeString(file(), "carol:" + BCRYPT + ":/:read\n");

    PasswordFile accounts = PasswordFile.open(file());

    assertThat(accounts.authenticate(login("carol", "U*U"))).isPresent();
    assertThat(accounts.authenticate(login("carol", "U*V"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "secret",
        "$argon2id$v=19$m=9999999,t=2,p=1$AAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA",
        "$argon2id$v=19$m=19456,t=2,p=1$$",
        "$argon2id$v=19$m=0,t=0,p=0$AAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA",
        "$2y$99$CCCCCCCCCCCCCCCCCCCCC.",
        "$5$x$y"
      })
  void refusesAMalformedHash(String hash) throws IOException {
    Files.writeString(file(), "eve:" + hash + ":/:read\n");

    assertThatThrownBy(() -> PasswordFile.open(file()))
        .isInstanceOf(StoreFailure.class)
        .hasMessageContaining("bad line 1: its second field is no Argon2id or bcrypt hash");
  }

  /// Many wait for their turn to be checked, and the file changes meanwhile.
  @Test
  void forgetsAPasswordThatChangedWhileItWasChecked() throws Exception {
    PasswordFile accounts = withAlice();
    List<Thread> checks = new ArrayList<>();
    for (int i = 0; i < 2 * Runtime.getRuntime().availableProcessors(); i++) {
      checks.add(Thread.startVirtualThread(() -> accounts.authenticate(login("mallory", "guess"))));
    }
    var last = Thread.startVirtualThread(() -> accounts.authenticate(login("alice", "secret")));
    while (last.isAlive() && last.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }

    Files.writeString(file(), "alice:*:/home/alice:write\n");
    accounts.reload();
    checks.add(last);
    for (Thread check : checks) {
      check.join();
    }

    assertThat(accounts.authenticate(login("alice", "secret"))).isEmpty();
  }

  @Test
  void hashesWithNoLessThanIsAdvised() throws IOException {
    withAlice();

    assertThat(Files.readString(file())).startsWith("alice:$argon2id$v=19$m=19456,t=2,p=1$");
  }

  @Test
  void letsNobodyIntoALockedAccount() throws IOException {
    Files.writeString(file(), "eve:*:/:read\n");

    PasswordFile accounts = PasswordFile.open(file());

    assertThat(accounts.authenticate(login("eve", ""))).isEmpty();
    assertThat(accounts.authenticate(login("eve", "*"))).isEmpty();
    assertThat(accounts.authenticate(login("eve", "nobody"))).isEmpty();
  }

  @Test
  void worksAsHardForWhoeverHasNoPasswordAsForAWrongOne() throws IOException {
    withAlice();
    Files.writeString(file(), "eve:*:/:read\n", StandardOpenOption.APPEND);
    PasswordFile accounts = PasswordFile.open(file());
    long wrong = octetsTakenBy(() -> accounts.authenticate(login("alice", "guess")));

    long unknown = octetsTakenBy(() -> accounts.authenticate(login("mallory", "guess")));
    long locked = octetsTakenBy(() -> accounts.authenticate(login("eve", "guess")));

    assertThat(wrong).isGreaterThan(10 << 20);
    assertThat(unknown).isGreaterThan(wrong / 2);
    assertThat(locked).isGreaterThan(wrong / 2);
  }

  /// The memory that this work takes stands for its time, and is the same on every machine.
  private static long octetsTakenBy(Runnable work) {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    work.run();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  @Test
  void keepsCommentsAndBlankLines() throws IOException {
    Files.writeString(file(), "# the team\n\nbob:*:/:read\n# end\n");
    PasswordFile accounts = PasswordFile.open(file());

    accounts.add(account("alice", "/", "read"), Secret.of("x"));
    assertThat(accounts.remove("bob")).isTrue();

    assertThat(Files.readString(file())).startsWith("# the team\n\n# end\nalice:$argon2id");
  }

  @Test
  void removesOnlyWhoIsThere() throws IOException {
    PasswordFile accounts = withAlice();

    assertThat(accounts.remove("bob")).isFalse();
    assertThat(accounts.remove("alice")).isTrue();
    assertThat(PasswordFile.open(file()).list()).isEmpty();
  }

  @Test
  void makesANewFileForItsOwnerAlone() throws IOException {
    withAlice();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    assertThat(directory).isDirectoryContaining("glob:**/users");
    try (var entries = Files.list(directory)) {
      assertThat(entries).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "alice                | four fields",
        "alice:*:/            | four fields",
        "alice:*:/:all        | read, write, none",
        "alice:*:home:read    | must begin with /",
        "ftp:*:/:read         | choose another",
        ":*:/:read            | choose another",
        "bob:*:/:read         | second time"
      })
  void namesFileLineCauseAndRemedyOfABadLine(String line, String remedy) throws IOException {
    Files.writeString(file(), "# users\nbob:*:/:read\n" + line + "\n");

    assertThatThrownBy(() -> PasswordFile.open(file()))
        .isInstanceOf(StoreFailure.class)
        .hasMessageStartingWith("The users file " + file() + " has a bad line 3: ")
        .hasMessageContaining(remedy)
        .hasMessageEndingWith(".");
  }

  @Test
  void saysWhatToDoWithoutAFile() {
    assertThatThrownBy(() -> PasswordFile.open(file()))
        .isInstanceOf(StoreFailure.class)
        .hasMessage(
            "The users file %s does not exist; add a user to it first or name another file.",
            file());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a:b", "anonymous", "FTP", "tab\there", "#x"})
  void refusesNamesThatNoUserCanHave(String user) {
    assertThatThrownBy(() -> account(user, "/", "read"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
