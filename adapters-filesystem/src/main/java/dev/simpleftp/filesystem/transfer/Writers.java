package dev.simpleftp.filesystem.transfer;

import dev.simpleftp.domain.FileName;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Who writes which name of a tree: one upload per name at a time.
public final class Writers {
  private final Set<Lease> leases = ConcurrentHashMap.newKeySet();

  /// Takes the name until [#release].
  ///
  /// @param directory identifies the directory, whatever path led to it
  /// @throws Refused BUSY when somebody else has it
  public Lease acquire(Object directory, FileName name) throws Refused {
    var lease = new Lease(directory, name);
    if (!leases.add(lease)) {
      throw new Refused(Refusal.BUSY);
    }
    return lease;
  }

  public void release(Lease lease) {
    leases.remove(lease);
  }

  /// The right to write one name.
  public record Lease(Object directory, FileName name) {}
}
