package dev.simpleftp.e2e;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Prints what client and server said in a test that has failed.
final class ShowsWhatWasSaid implements AfterTestExecutionCallback {
  /// A test class with a server.
  interface Hearing {
    ServerBench bench();
  }

  @Override
  public void afterTestExecution(ExtensionContext test) {
    if (test.getExecutionException().isPresent()
        && test.getRequiredTestInstance() instanceof Hearing hearing) {
      System.err.println(test.getDisplayName() + " failed; " + hearing.bench().said());
    }
  }
}
