package dev.simpleftp.application.port.out;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/// Prints why a test was not carried out, so that nobody has to look for it.
public final class SkipReasons implements TestWatcher {
  @Override
  public void testAborted(ExtensionContext test, Throwable reason) {
    System.err.printf(
        "skipped: %s.%s: %s%n",
        test.getRequiredTestClass().getSimpleName(),
        test.getRequiredTestMethod().getName(),
        reason.getMessage());
  }
}
