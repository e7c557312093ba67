package dev.simpleftp.filesystem.account;

import com.password4j.Argon2Function;
import com.password4j.BadParametersException;
import com.password4j.BcryptFunction;
import com.password4j.HashingFunction;
import com.password4j.types.Argon2;
import dev.simpleftp.domain.Secret;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;

/// Makes and checks the hash of a password: Argon2id, and bcrypt as other tools write it.
///
/// Each Argon2id computation takes 19 MiB for a tenth of a second, so only a few run at a time, and
/// one processor stays free for those who are logged in.
final class PasswordHash {
  private static final int MEMORY_KIB = 19_456;
  private static final int ITERATIONS = 2;
  private static final int PARALLELISM = 1;
  private static final int LENGTH = 32;

  private static final Pattern ARGON2ID =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=[1-9]\\d{0,5},t=[1-9]\\d?,p=[1-9]\\d?"
              + "\\$[A-Za-z0-9+/]{11,88}\\$[A-Za-z0-9+/]{16,88}");
  private static final Pattern BCRYPT =
      Pattern.compile("\\$2[aby]\\$(0[4-9]|[12]\\d|3[01])\\$[./A-Za-z0-9]{53}");

  private static final Semaphore ROOM = new Semaphore(room());

  private PasswordHash() {}

  /// Hashes with a salt of its own, in the standard encoding
  /// `$argon2id$v=19$m=…,t=…,p=…$salt$hash`.
  static String of(Secret secret) {
    HashingFunction argon2 =
        Argon2Function.getInstance(MEMORY_KIB, ITERATIONS, PARALLELISM, LENGTH, Argon2.ID);
    ROOM.acquireUninterruptibly();
    try {
      return argon2.hash(secret.reveal()).getResult();
    } finally {
      ROOM.release();
    }
  }

  /// Whether the hash is this password's. What is no hash is nobody's.
  static boolean matches(Secret secret, String hash) {
    ROOM.acquireUninterruptibly();
    try {
      return check(secret, hash);
    } catch (BadParametersException _) {
      return false;
    } finally {
      ROOM.release();
    }
  }

  /// Whether this text is a hash that can be checked, whatever the password.
  static boolean isHash(String text) {
    return ARGON2ID.matcher(text).matches() || BCRYPT.matcher(text).matches();
  }

  private static boolean check(Secret secret, String hash) {
    if (ARGON2ID.matcher(hash).matches()) {
      return Argon2Function.getInstanceFromHash(hash).check(secret.reveal(), hash);
    }
    return BCRYPT.matcher(hash).matches()
        && BcryptFunction.getInstanceFromHash(hash).check(secret.reveal(), hash);
  }

  private static int room() {
    Runtime runtime = Runtime.getRuntime();
    long byMemory = runtime.maxMemory() / 4 / (MEMORY_KIB * 1024L);
    return Math.clamp(Math.min(byMemory, runtime.availableProcessors() - 1), 1, 64);
  }
}
