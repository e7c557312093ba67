package dev.simpleftp.filesystem.account;

import dev.simpleftp.domain.Login;
import dev.simpleftp.domain.LosslessUtf8;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Remembers for a short while which logins were right, so that a client that opens many sessions
/// pays for its password once.
///
/// It keeps no password, only an HMAC under a key of this process; and no more than a bounded
/// number.
final class VerifiedLogins {
  private static final long LIFETIME_NANOS = Duration.ofSeconds(60).toNanos();
  private static final int MOST = 1_000;
  private static final String HMAC = "HmacSHA256";

  private final SecretKeySpec key;
  private final LongSupplier nanoTime;
  private final Map<String, Long> verifiedAt = new LinkedHashMap<>();

  VerifiedLogins(LongSupplier nanoTime) {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    this.key = new SecretKeySpec(random, HMAC);
    this.nanoTime = nanoTime;
  }

  synchronized boolean knows(Login login) {
    Long since = verifiedAt.get(tag(login));
    return since != null && nanoTime.getAsLong() - since < LIFETIME_NANOS;
  }

  synchronized void add(Login login) {
    String tag = tag(login);
    verifiedAt.remove(tag);
    verifiedAt.put(tag, nanoTime.getAsLong());
    if (verifiedAt.size() > MOST) {
      verifiedAt.remove(verifiedAt.keySet().iterator().next());
    }
  }

  synchronized void clear() {
    verifiedAt.clear();
  }

  private String tag(Login login) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      mac.update(LosslessUtf8.encode(login.user()));
      mac.update((byte) 0);
      return HexFormat.of().formatHex(mac.doFinal(LosslessUtf8.encode(login.secret().reveal())));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + HMAC + ".", e);
    }
  }
}
