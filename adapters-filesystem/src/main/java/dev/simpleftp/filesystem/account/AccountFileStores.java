package dev.simpleftp.filesystem.account;

import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.FileStores;
import dev.simpleftp.application.store.GuardedFileStore;
import dev.simpleftp.application.store.SubtreeFileStore;
import dev.simpleftp.domain.FileName;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Grants;
import dev.simpleftp.domain.Login;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.domain.Permission;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Gives each login the part of one tree that its account allows.
///
/// Rules are stores around the store, from the outside in: rights ([GuardedFileStore]), hidden and
/// denied names, quota, speed, and the home itself ([SubtreeFileStore]). The guard stands
/// outermost, so that whoever lacks a right learns nothing from the rules behind it; the quota
/// counts hidden files too.
public final class AccountFileStores implements FileStores {
  private static final Homes.Resident GUEST =
      new Homes.Resident(Login.ANONYMOUS, FilePath.ROOT, Allowance.DEFAULT);

  private final Supplier<FileStore> stores;
  private final Accounts accounts;
  private final Set<Permission> anonymousRights;
  private final Homes homes;

  /// @param stores opens a fresh store on the tree
  /// @param anonymousRights what a guest may do; empty keeps guests out
  /// @param rules what holds in every home
  public AccountFileStores(
      Supplier<FileStore> stores,
      Accounts accounts,
      Set<Permission> anonymousRights,
      HomeRules rules) {
    this.stores = stores;
    this.accounts = accounts;
    this.anonymousRights = Set.copyOf(anonymousRights);
    this.homes = new Homes(rules);
  }

  @Override
  public Access open(Login login, Peer peer) throws IOException {
    if (login.isAnonymous() && !anonymousRights.isEmpty()) {
      Grants grants = Grants.everywhere(anonymousRights);
      return guarded(homes.rule(stores.get(), GUEST), grants);
    }
    Optional<Account> account =
        login.isAnonymous() ? Optional.empty() : accounts.authenticate(login);
    return access(account.orElseThrow(AccountFileStores::denied));
  }

  private Access access(Account account) throws IOException {
    FileStore store = stores.get();
    try {
      makeHome(store, account.home());
    } catch (Refused _) {
      store.close();
      throw denied();
    } catch (IOException e) {
      store.close();
      throw e;
    }
    FileStore home = account.home().isRoot() ? store : new SubtreeFileStore(store, account.home());
    var resident = new Homes.Resident(account.user(), account.home(), account.allowance());
    return guarded(homes.rule(home, resident), account.grants());
  }

  private static Access guarded(FileStore store, Grants grants) {
    return new Access(new GuardedFileStore(store, grants), FilePath.ROOT, grants);
  }

  private static void makeHome(FileStore store, FilePath home) throws IOException {
    FilePath made = FilePath.ROOT;
    for (FileName name : home.names()) {
      made = made.child(name);
      if (!isDirectory(store, made)) {
        store.makeDirectory(made);
      }
    }
  }

  /// @throws Refused when something else stands there
  private static boolean isDirectory(FileStore store, FilePath path) throws IOException {
    try {
      if (store.describe(path).isDirectory()) {
        return true;
      }
    } catch (Refused refused) {
      if (refused.refusal() == Refusal.NOT_FOUND) {
        return false;
      }
      throw refused;
    }
    throw new Refused(Refusal.NOT_A_DIRECTORY);
  }

  /// One sentence for every reason, so that nobody learns which users there are.
  private static Refused denied() {
    return new Refused(Refusal.LOGIN_DENIED);
  }
}
