package dev.simpleftp.application.copy;

import dev.simpleftp.application.port.in.CopyTree.Step;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// Files that wait to be copied, between the thread that compares and the lanes.
final class StepQueue {
  private final int capacity;
  private final Deque<Step.Copy> steps = new ArrayDeque<>();
  private int lanes;
  private boolean complete;
  private boolean ended;

  StepQueue(int capacity) {
    this.capacity = capacity;
  }

  /// Waits for room and puts a file at the end.
  ///
  /// @return `false` when the queue is full and no lane is there to empty it
  synchronized boolean put(Step.Copy step) throws InterruptedException {
    while (steps.size() >= capacity && lanes > 0 && !ended) {
      wait();
    }
    boolean room = steps.size() < capacity;
    if (room) {
      steps.add(step);
      notifyAll();
    }
    return room;
  }

  /// Waits for a file.
  ///
  /// @return empty when there is nothing more to do
  synchronized Optional<Step.Copy> take() throws InterruptedException {
    while (steps.isEmpty() && !complete && !ended) {
      wait();
    }
    return ended ? Optional.empty() : poll();
  }

  /// The next file if there is one.
  synchronized Optional<Step.Copy> poll() {
    Optional<Step.Copy> next = Optional.ofNullable(steps.poll());
    notifyAll();
    return next;
  }

  synchronized void laneOpens() {
    lanes++;
  }

  synchronized void laneCloses() {
    lanes--;
    notifyAll();
  }

  /// There will be no more files.
  synchronized void complete() {
    complete = true;
    notifyAll();
  }

  /// What waits is given up.
  synchronized void end() {
    ended = true;
    notifyAll();
  }

  synchronized boolean isEnded() {
    return ended;
  }
}
