package dev.simpleftp.filesystem.memory;

import dev.simpleftp.application.port.out.TransferJournal;
import dev.simpleftp.application.port.out.TransferJournalContract;

class MemoryJournalTest extends TransferJournalContract {
  private final TransferJournal journal = new MemoryJournal();

  @Override
  protected TransferJournal open() {
    return journal;
  }
}
