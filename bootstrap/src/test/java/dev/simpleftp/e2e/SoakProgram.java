package dev.simpleftp.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A client of others, a process for each file.
///
/// @param folder where it works
record SoakProgram(ForeignClient client, Site site, Path folder) implements SoakClient {
  @Override
  public void put(Path file, String name) throws Exception {
    carryOut(Step.put("" + file.getFileName(), name));
  }

  @Override
  public void get(String name, Path file) throws Exception {
    carryOut(Step.get(name, "" + file.getFileName()));
  }

  /// Begins to store a file and is killed after so many milliseconds, if it still runs then.
  void putAndDie(Path file, String name, long millis) throws Exception {
    var step = Step.put("" + file.getFileName(), name);
    try (Child child = client.invocations(site, List.of(step)).getFirst().start(folder, folder)) {
      child.killAfter(millis);
    }
  }

  private void carryOut(Step step) throws Exception {
    for (var invocation : client.invocations(site, List.of(step))) {
      var ended = invocation.start(folder, folder).ended();
      if (ended.exitCode() != 0) {
        throw new IOException(invocation.command().getFirst() + ": " + ended);
      }
    }
  }
}
