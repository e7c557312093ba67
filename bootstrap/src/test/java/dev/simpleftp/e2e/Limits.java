package dev.simpleftp.e2e;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The tests of a contract that a server cannot pass, and why.
///
/// @param reasons the reason by the test: the name of its method, for a single run of a
///   parameterised test with the argument as in `keepsName(two words)`
/// @param unsteady those of them that pass now and then, as the timing has it
record Limits(Map<String, String> reasons, Set<String> unsteady) {
  static Limits none() {
    return new Limits(Map.of(), Set.of());
  }

  /// These tests as well.
  Limits and(String reason, String... tests) {
    Map<String, String> all = new HashMap<>(reasons);
    for (String test : tests) {
      all.put(test, reason);
    }
    return new Limits(Map.copyOf(all), unsteady);
  }

  /// The same for tests that pass now and then.
  Limits andAtTimes(String reason, String... tests) {
    Set<String> all = new HashSet<>(unsteady);
    all.addAll(List.of(tests));
    return new Limits(and(reason, tests).reasons, Set.copyOf(all));
  }

  /// What no server but ours keeps of the contract of stores.
  static Limits ofStoresOfOthers() {
    return none()
        .and("it knows no AVBL", "offersEveryAbility", "tellsHowMuchRoomIsLeft")
        .and("it knows no AVBL", "refusesTheRoomOfWhatIsNoDirectory")
        .and("it says 'not a directory' of what lies below a file", "findsNothingBelowAFile")
        .and("it says 'not a directory' of what lies below a file", "refusesTheTimeOfWhatIsMissing")
        .andAtTimes("it writes into the file itself", "keepsTheOldContentWhenAnAppendIsGivenUp")
        .andAtTimes("it writes into the file itself", "losesNothingWhenAResumeIsGivenUp")
        .andAtTimes(
            "it still writes what came from a session that was cut off",
            "givesUpOpenTransfersWhenItIsClosed")
        .and("it lets two write one file", "refusesASecondWriterOfAName");
  }
}
