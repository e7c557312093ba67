package dev.simpleftp.socket.fuzz;

import dev.simpleftp.socket.wire.Reply;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A transfer that runs, as the model sees it.
sealed interface ModelTransfer {

  /// A file on its way to the client.
  ///
  /// @param content the octets on the wire
  @SuppressWarnings("ArrayRecordComponent") // nobody compares or changes it
  record Down(byte[] content) implements ModelTransfer {}

  /// A listing.
  ///
  /// @param names of the entries; in a listing of Unix only their number is looked at
  /// @param exact whether a line ends with the name and nothing else does
  record Listed(Set<String> names, boolean exact) implements ModelTransfer {}

  /// What an upload adds to, and what is known of it.
  ///
  /// @param start the octets before the new ones
  /// @param promised what ALLO told
  /// @param ascii whether the lines change on the way
  /// @param created whether the server chooses a name that nobody has
  @SuppressWarnings("ArrayRecordComponent") // nobody compares or changes it
  record Origin(byte[] start, OptionalLong promised, boolean ascii, boolean created) {}

  /// A file on its way to the server.
  final class Up implements ModelTransfer {
    private final ModelTree tree;
    private final ModelTree.Lease wanted;
    private final Origin origin;
    private @Nullable String name;

    /// @param wanted the place; where the server chooses the name, how that begins
    Up(ModelTree tree, ModelTree.Lease wanted, Origin origin) {
      this.tree = tree;
      this.wanted = wanted;
      this.origin = origin;
      this.name = origin.created() ? null : wanted.name();
    }

    /// 150 was read: from now on nobody else writes the name.
    void begin(Reply reply) {
      if (origin.created()) {
        String text = reply.text();
        name = text.substring(text.lastIndexOf('/') + 1);
        if (wanted.parent().children().containsKey(name) || !name.startsWith(wanted.name())) {
          throw new AssertionError("STOU chose a name that is taken, or another: " + text);
        }
      }
      if (!tree.leases().add(lease())) {
        throw new AssertionError("Two write the same name: " + name);
      }
    }

    /// Whether it may end before the client ends it.
    boolean isPromised() {
      return origin.promised().isPresent();
    }

    /// All was sent and the data connection closed: the final replies that are right now.
    Set<Integer> whole(byte[] sent) {
      long octets = sent.length;
      if (origin.promised().isPresent() && octets != origin.promised().getAsLong()) {
        return octets < origin.promised().getAsLong() ? Set.of(426) : Set.of(552);
      }
      if (wanted.parent().isRemoved()) {
        return Set.of(550, 451);
      }
      ModelTree.Node there = wanted.parent().children().get(lease().name());
      boolean inTheWay =
          there instanceof ModelTree.Directory || (origin.created() && there != null);
      return inTheWay ? Set.of(550, 553) : Set.of(226);
    }

    /// So many octets were sent and then something went wrong.
    Set<Integer> broken(int sent) {
      Set<Integer> codes = new HashSet<>(Set.of(425, 426));
      if (origin.promised().isPresent() && sent > origin.promised().getAsLong()) {
        codes.add(552);
      }
      return codes;
    }

    /// The last word was said.
    void end(boolean stored, byte[] sent) {
      tree.leases().remove(lease());
      if (stored) {
        byte[] added = origin.ascii() ? withoutCr(sent) : sent;
        byte[] start = origin.start();
        byte[] content = Arrays.copyOf(start, start.length + added.length);
        System.arraycopy(added, 0, content, start.length, added.length);
        wanted.parent().children().put(lease().name(), new ModelTree.File(content));
      }
    }

    private ModelTree.Lease lease() {
      if (name == null) {
        throw new IllegalStateException("No name was told yet.");
      }
      return new ModelTree.Lease(wanted.parent(), name);
    }
  }

  /// TYPE A on its way out: CR before each LF that has none.
  static byte[] withCr(byte[] content) {
    var out = new ByteArrayOutputStream();
    int last = 0;
    for (byte b : content) {
      if (b == '\n' && last != '\r') {
        out.write('\r');
      }
      out.write(b);
      last = b;
    }
    return out.toByteArray();
  }

  /// TYPE A on its way in: no CR before LF.
  static byte[] withoutCr(byte[] sent) {
    var out = new ByteArrayOutputStream();
    for (int i = 0; i < sent.length; i++) {
      if (sent[i] != '\r' || i + 1 == sent.length || sent[i + 1] != '\n') {
        out.write(sent[i]);
      }
    }
    return out.toByteArray();
  }
}
