package dev.simpleftp.filesystem.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.FileStores;
import dev.simpleftp.application.port.out.Listing;
import dev.simpleftp.application.port.out.ProgressListener;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.application.store.NameRules;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Glob;
import dev.simpleftp.domain.Grants;
import dev.simpleftp.domain.Login;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.domain.Permission;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.Secret;
import dev.simpleftp.domain.WriteMode;
import dev.simpleftp.filesystem.memory.MemoryTree;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class AccountFileStoresTest {
  private static final Peer PEER = new Peer("127.0.0.1", 4711);

  private final MemoryTree tree = new MemoryTree();
  private final FixedAccounts accounts = new FixedAccounts();

  private FileStores stores(Set<Permission> anonymousRights) {
    return new AccountFileStores(tree::newStore, accounts, anonymousRights, HomeRules.NONE);
  }

  private void account(String user, String home, Set<Permission> rights) throws IOException {
    var account = new Account(user, FilePath.of(home), Grants.everywhere(rights));
    accounts.add(account, Secret.of("secret"));
  }

  private static Login login(String user, String password) {
    return new Login(user, Secret.of(password));
  }

  private static Refused refusal(FileStores stores, Login login) {
    return catchThrowableOfType(Refused.class, () -> stores.open(login, PEER));
  }

  @Test
  void makesTheHomeAndShowsItAsTheRoot() throws IOException {
    account("alice", "/home/alice", Permission.all());

    FileStores.Access access = stores(Set.of()).open(login("alice", "secret"), PEER);
    access.store().makeDirectory(FilePath.of("/mine"));

    assertThat(access.home()).isEqualTo(FilePath.ROOT);
    assertThat(tree.newStore().describe(FilePath.of("/home/alice/mine")).isDirectory()).isTrue();
  }

  @Test
  void keepsAUserInItsHome() throws IOException {
    tree.newStore().makeDirectory(FilePath.of("/secret"));
    account("alice", "/alice", Permission.all());

    FileStore store = stores(Set.of()).open(login("alice", "secret"), PEER).store();

    Refused refused =
        catchThrowableOfType(Refused.class, () -> store.describe(FilePath.of("/../../secret")));
    assertThat(refused.refusal()).isEqualTo(Refusal.NOT_FOUND);
  }

  @Test
  void guardsWhatAUserMayDo() throws IOException {
    account("reader", "/", Permission.readOnly());

    FileStore store = stores(Set.of()).open(login("reader", "secret"), PEER).store();

    Refused refused =
        catchThrowableOfType(
            Refused.class, () -> store.upload(FilePath.of("/x"), WriteMode.REPLACE));
    assertThat(refused.refusal()).isEqualTo(Refusal.DENIED);
  }

  @Test
  void letsGuestsInWithTheirRights() throws IOException {
    FileStores stores = stores(Permission.readOnly());

    FileStore store = stores.open(Login.anonymous(), PEER).store();

    assertThat(store.describe(FilePath.ROOT).isDirectory()).isTrue();
    Refused refused =
        catchThrowableOfType(Refused.class, () -> store.makeDirectory(FilePath.of("/d")));
    assertThat(refused.refusal()).isEqualTo(Refusal.DENIED);
  }

  @Test
  void answersTheSameForEveryReason() throws IOException {
    account("alice", "/", Permission.all());
    account("nohome", "/file/home", Permission.all());
    try (var upload = tree.newStore().upload(FilePath.of("/file"), WriteMode.REPLACE)) {
      upload.commit(() -> true);
    }
    FileStores stores = stores(Set.of());

    assertThat(refusal(stores, login("alice", "wrong")))
        .hasMessage(refusal(stores, login("bob", "secret")).getMessage())
        .hasMessage(refusal(stores, login("bob", "")).getMessage())
        .hasMessage(refusal(stores, login("nohome", "secret")).getMessage())
        .hasMessage(refusal(stores, Login.anonymous()).getMessage());
    assertThat(refusal(stores, login("bob", "")).refusal()).isEqualTo(Refusal.LOGIN_DENIED);
  }

  private FileStores limited(String terms, HomeRules rules) throws IOException {
    allowAlice(terms);
    return new AccountFileStores(tree::newStore, accounts, Set.of(), rules);
  }

  private void allowAlice(String terms) throws IOException {
    Terms parsed = Terms.parse(terms);
    var account = new Account("alice", FilePath.of("/alice"), parsed.grants(), parsed.allowance());
    accounts.add(account, Secret.of("secret"));
  }

  private static void put(FileStore store, String path, int size) throws IOException {
    var source = Channels.newChannel(new ByteArrayInputStream(new byte[size]));
    try (Upload upload = store.upload(FilePath.of(path), WriteMode.REPLACE)) {
      upload.transferFrom(source, ProgressListener.NONE);
      upload.commit(() -> true);
    }
  }

  @Test
  void theSessionsOfAnAccountShareItsQuota() throws IOException {
    FileStores stores = limited("write;quota=10", HomeRules.NONE);
    FileStore first = stores.open(login("alice", "secret"), PEER).store();
    FileStore second = stores.open(login("alice", "secret"), PEER).store();
    put(first, "/a", 6);

    Refused refused = catchThrowableOfType(Refused.class, () -> put(second, "/b", 5));

    assertThat(refused.refusal()).isEqualTo(Refusal.OVER_QUOTA);
  }

  @Test
  void countsAgainWhenNobodyWasThere() throws IOException {
    FileStores stores = limited("write;quota=10", HomeRules.NONE);
    FileStore before = stores.open(login("alice", "secret"), PEER).store();
    put(before, "/a", 10);
    before.close();
    tree.newStore().removeFile(FilePath.of("/alice/a"));

    FileStore after = stores.open(login("alice", "secret"), PEER).store();

    put(after, "/b", 10);
  }

  @Test
  void aNewRateHoldsWhileASessionWithTheOldOneIsOpen() throws IOException {
    FileStores stores = limited("write;down=1KiB", HomeRules.NONE);
    FileStore before = stores.open(login("alice", "secret"), PEER).store();
    put(before, "/a", 1000);
    allowAlice("write;down=1MiB");

    FileStore after = stores.open(login("alice", "secret"), PEER).store();

    try (var download = after.download(FilePath.of("/a"), 0)) {
      assertThat(download.read(ByteBuffer.allocate(1000)))
          .describedAs("moved at one step")
          .isEqualTo(1000);
    }
  }

  @Test
  void anOwnQuotaTakesThePlaceOfTheDefault() throws IOException {
    var five = new Allowance(OptionalLong.of(5), OptionalLong.empty(), OptionalLong.empty());
    var rules = new HomeRules(NameRules.NONE, five);

    put(limited("write;quota=10", rules).open(login("alice", "secret"), PEER).store(), "/a", 8);

    FileStores byDefault = limited("write", rules);
    FileStore store = byDefault.open(login("alice", "secret"), PEER).store();
    Refused refused = catchThrowableOfType(Refused.class, () -> put(store, "/b", 1));
    assertThat(refused.refusal()).isEqualTo(Refusal.OVER_QUOTA);
  }

  @Test
  void theGuardAnswersBeforeTheOtherRules() throws IOException {
    var rules =
        new HomeRules(
            new NameRules(List.of(new Glob(".*")), List.of(new Glob("*.exe"))), Allowance.DEFAULT);
    FileStore store =
        limited("read;/in=list+write;/none=none", rules)
            .open(login("alice", "secret"), PEER)
            .store();

    assertThat(refusalOf(() -> put(store, "/a.exe", 1))).isEqualTo(Refusal.DENIED);
    assertThat(refusalOf(() -> store.describe(FilePath.of("/none/.x")))).isEqualTo(Refusal.DENIED);
    assertThat(refusalOf(() -> store.describe(FilePath.of("/.x")))).isEqualTo(Refusal.NOT_FOUND);
    assertThat(refusalOf(() -> put(store, "/in/a.exe", 1))).isEqualTo(Refusal.BAD_NAME);
  }

  private static Refusal refusalOf(ThrowingCallable call) {
    return catchThrowableOfType(Refused.class, call).refusal();
  }

  @Test
  void showsNoEntryWithoutAnyRight() throws IOException {
    FileStores stores = limited("read;/none=none;/in=write", HomeRules.NONE);
    FileStore store = stores.open(login("alice", "secret"), PEER).store();
    FileStore behind = tree.newStore();
    for (String name : List.of("none", "in", "other")) {
      behind.makeDirectory(FilePath.of("/alice/" + name));
    }

    List<String> names = new ArrayList<>();
    try (Listing listing = store.list(FilePath.ROOT)) {
      assertThat(listing.forEach(entry -> names.add(entry.name().text()))).isEqualTo(2);
    }

    assertThat(names).containsExactlyInAnyOrder("in", "other");
  }
}
