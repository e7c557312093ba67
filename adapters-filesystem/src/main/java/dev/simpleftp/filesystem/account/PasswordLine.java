package dev.simpleftp.filesystem.account;

import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.StoreFailure;

/// One line of a password file: an account, or text that is kept as it is.
sealed interface PasswordLine {

  /// Reads a line.
  ///
  /// @throws StoreFailure whose message says what is wrong and what it should be
  static PasswordLine parse(String text) throws StoreFailure {
    return text.isBlank() || text.startsWith("#") ? new Comment(text) : Entry.of(text);
  }

  /// A comment or a blank line.
  record Comment(String text) implements PasswordLine {
    @Override
    public String toString() {
      return text;
    }
  }

  /// `name:hash:home:terms`.
  record Entry(String hash, Account account) implements PasswordLine {

    boolean isOf(String user) {
      return account.user().equals(user);
    }

    @Override
    public String toString() {
      return String.join(":", account.user(), hash, account.home().toString(), account.terms());
    }

    private static Entry of(String text) throws StoreFailure {
      int hash = text.indexOf(':') + 1;
      int home = text.indexOf(':', hash) + 1;
      int rights = text.lastIndexOf(':') + 1;
      if (hash == 0 || home == 0 || rights == home) {
        throw new StoreFailure("it needs four fields, name:hash:home:rights");
      }
      Terms terms = Terms.parse(text.substring(rights));
      FilePath directory = home(text.substring(home, rights - 1));
      Account account = account(text.substring(0, hash - 1), directory, terms);
      return new Entry(hash(text.substring(hash, home - 1)), account);
    }

    /// A `*` is the customary mark of an account that is locked: nobody's hash.
    private static String hash(String text) throws StoreFailure {
      if (!PasswordHash.isHash(text) && !text.equals("*")) {
        throw new StoreFailure(
            "its second field is no Argon2id or bcrypt hash; set the password with 'simpleftp user"
                + " add'");
      }
      return text;
    }

    private static Account account(String user, FilePath home, Terms terms) throws StoreFailure {
      if (!Account.isValidName(user)) {
        throw new StoreFailure("the user name at its beginning cannot be one; choose another");
      }
      return new Account(user, home, terms.grants(), terms.allowance());
    }

    private static FilePath home(String text) throws StoreFailure {
      if (!text.startsWith("/")) {
        throw new StoreFailure("the home directory, its third field, must begin with /");
      }
      try {
        return FilePath.of(text);
      } catch (Refused e) {
        throw new StoreFailure("the home directory, its third field, is no path; change it", e);
      }
    }
  }
}
