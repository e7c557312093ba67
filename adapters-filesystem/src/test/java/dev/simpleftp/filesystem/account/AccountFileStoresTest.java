package dev.simpleftp.filesystem.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.FileStores;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Grants;
import dev.simpleftp.domain.Login;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.domain.Permission;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.Secret;
import dev.simpleftp.domain.WriteMode;
import dev.simpleftp.filesystem.memory.MemoryTree;
import java.io.IOException;
import java.util.Set;
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
}
