package dev.simpleftp.application.port.out;

import dev.simpleftp.domain.Digest;
import dev.simpleftp.domain.DigestAlgorithm;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.OctetRange;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Something that some stores can do and others cannot; asked for by its type.
///
/// Every ability is an object of its own, so that a store around a store can wrap each of them, and
/// the sealed list makes the compiler ask when one is forgotten.
public sealed interface Capability
    permits Capability.Timestamps,
        Capability.Permissions,
        Capability.Space,
        Capability.Checksums,
        Capability.Unfinished,
        Capability.RawCommands,
        Capability.Facts {

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

  /// Computes digests where the files lie, so that they need not be moved to be compared.
  non-sealed interface Checksums extends Capability {
    /// What it can compute, the one to prefer first; never empty.
    List<DigestAlgorithm> algorithms();

    /// The digest of a file or of a part of it.
    ///
    /// @param range what lies behind the end of the file is left out
    /// @throws Refused NOT_FOUND, NOT_A_FILE, OFFSET_BEYOND_END, UNSUPPORTED (this algorithm, or a
    ///   part of a file)
    Digest digest(FilePath path, DigestAlgorithm algorithm, OctetRange range) throws IOException;

    /// The same for a store around the store: every path goes through the gate first.
    default Checksums behind(Gate gate) {
      Checksums inner = this;
      return new Checksums() {
        @Override
        public List<DigestAlgorithm> algorithms() {
          return inner.algorithms();
        }

        @Override
        public Digest digest(FilePath path, DigestAlgorithm algorithm, OctetRange range)
            throws IOException {
          return inner.digest(gate.pass(path), algorithm, range);
        }
      };
    }
  }

  /// Says no to a path, or what the store inside calls it.
  @FunctionalInterface
  interface Gate {
    FilePath pass(FilePath path) throws IOException;
  }

  /// Keeps what came of an upload that was not committed, so that a later one can go on with it.
  @FunctionalInterface
  non-sealed interface Unfinished extends Capability {
    /// Where the unfinished content for this name lies, if there is any: a file like others, that
    /// can be described, read and removed. An upload to the name itself with
    /// [dev.simpleftp.domain.WriteMode.ResumeAt] its size continues it, with any other mode it is
    /// begun anew.
    ///
    /// @throws Refused NOT_A_FILE (the root)
    FilePath placeOf(FilePath path) throws IOException;
  }

  /// Hears commands in the words of the other side.
  @FunctionalInterface
  non-sealed interface RawCommands extends Capability {
    /// For a store that has rules: words it does not know may lead around them.
    RawCommands DENIED =
        _ -> {
          throw new Refused(Refusal.DENIED);
        };

    /// Sends one line and waits for the answer, whether it is a yes or a no.
    ///
    /// @return its lines as they came, at least one
    /// @throws Refused UNSUPPORTED (the words would leave the session in a state that nobody
    ///   expects), BAD_NAME (more than one line)
    List<String> send(String line) throws IOException;
  }

  /// Tells what is known of the place the files lie at, for people who want to understand it.
  @FunctionalInterface
  non-sealed interface Facts extends Capability {
    /// What is known now, the most telling first; later there may be more.
    ///
    /// @throws Refused BUSY while a transfer is open
    List<Fact> facts() throws IOException;

    /// Whether nobody on the way there can read or change what is said and what is copied.
    default boolean isProtected() {
      return false;
    }

    /// One thing that is known.
    ///
    /// @param topic in a word or two, such as `greeting`
    /// @param text perhaps in the words of another machine: whoever shows it makes it harmless
    record Fact(String topic, String text) {}
  }
}
