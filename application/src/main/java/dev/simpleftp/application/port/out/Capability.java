package dev.simpleftp.application.port.out;

import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refused;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// Something that some stores can do and others cannot; asked for by its type.
///
/// Every ability is an object of its own, so that a store around a store can wrap each of them, and
/// the sealed list makes the compiler ask when one is forgotten.
public sealed interface Capability
    permits Capability.Timestamps, Capability.Permissions, Capability.Space {

  /// The first of these that is of this type.
  static <T extends Capability> Optional<T> find(Class<T> type, Capability... abilities) {
    return Stream.of(abilities).filter(type::isInstance).map(type::cast).findFirst();
  }

  /// Gives files another time of modification.
  @FunctionalInterface
  non-sealed interface Timestamps extends Capability {
    /// Sets when the content of an entry last changed. A link is not followed.
    ///
    /// @throws Refused NOT_FOUND, DENIED (a link)
    void modify(FilePath path, Instant modified) throws IOException;
  }

  /// Gives entries other permissions.
  @FunctionalInterface
  non-sealed interface Permissions extends Capability {
    /// Sets the nine POSIX permission bits of an entry. A link is not followed.
    ///
    /// @param mode such as `0644`
    /// @throws Refused NOT_FOUND, DENIED (a link)
    void change(FilePath path, int mode) throws IOException;
  }

  /// Tells how much room is left.
  @FunctionalInterface
  non-sealed interface Space extends Capability {
    /// The octets that new files in this directory may still take.
    ///
    /// @throws Refused NOT_FOUND, NOT_A_DIRECTORY
    long available(FilePath directory) throws IOException;
  }
}
