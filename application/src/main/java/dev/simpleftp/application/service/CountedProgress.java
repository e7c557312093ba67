package dev.simpleftp.application.service;

import dev.simpleftp.application.port.out.ProgressListener;
import java.util.function.LongConsumer;

/// Hands on what it hears, and tells somebody else the count.
record CountedProgress(ProgressListener progress, LongConsumer count) implements ProgressListener {
  @Override
  public void moved(long transferred) {
    count.accept(transferred);
    progress.moved(transferred);
  }

  @Override
  public void waits() {
    progress.waits();
  }
}
