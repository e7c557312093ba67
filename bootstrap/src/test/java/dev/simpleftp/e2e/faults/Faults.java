package dev.simpleftp.e2e.faults;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Which flow has which fault.
public interface Faults {
  /// A good network.
  Faults NONE = _ -> Optional.empty();

  /// The fault of a flow that begins.
  Optional<Fault> of(Flow flow);

  /// This one in every such flow.
  static Faults always(Fault fault) {
    return flow -> Optional.of(fault).filter(it -> it.flow() == flow);
  }

  /// Any of these kinds in so many of a hundred flows, the same for the same seed. No upload ends
  /// early in order: in stream mode that is the end of the file (RFC 959, section 3.4.1).
  ///
  /// @param furthest byte at which one may happen
  static Faults seeded(long seed, int percent, int furthest, List<Fault.Kind> kinds) {
    return new Seeded(new Random(seed), percent, furthest, List.copyOf(kinds));
  }

  /// Faults by chance.
  record Seeded(Random random, int percent, int furthest, List<Fault.Kind> kinds)
      implements Faults {
    @Override
    public synchronized Optional<Fault> of(Flow flow) {
      boolean bad = random.nextInt(100) < percent;
      var kind = kinds.get(random.nextInt(kinds.size()));
      int after = random.nextInt(furthest);
      boolean looksComplete = flow == Flow.DATA_UP && kind == Fault.Kind.HALF_CLOSE;
      return bad && !looksComplete ? Optional.of(new Fault(flow, kind, after)) : Optional.empty();
    }
  }
}
