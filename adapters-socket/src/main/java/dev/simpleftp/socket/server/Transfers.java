package dev.simpleftp.socket.server;

import dev.simpleftp.domain.Refused;
import dev.simpleftp.socket.channel.DataStream;
import dev.simpleftp.socket.wire.Reply;
import java.io.IOException;

/// Runs transfers beside the control connection, one at a time.
interface Transfers {

  /// Runs this transfer to its end; meanwhile the control connection stays alive.
  ///
  /// @param door how the data connection will come about; stays the caller's
  /// @return the final reply
  /// @throws IOException when the control connection broke
  Reply run(DataDoor door, Job job) throws IOException;

  /// Runs a job that needs no data connection, in the same way.
  ///
  /// @return the final reply
  /// @throws IOException when the control connection broke
  Reply run(Job job) throws IOException;

  /// What a transfer does, on a thread of its own.
  @FunctionalInterface
  interface Job {

    /// Moves the bytes.
    ///
    /// @return the final reply when all went well
    /// @throws Refused before the link was opened: no data connection is made at all
    Reply run(Link link) throws IOException;
  }

  /// What a job may ask of the connections.
  interface Link {

    /// Sends 150 with this text and takes the data connection. Asked once, after the store agreed.
    DataStream open(String text) throws IOException;

    /// Tells how far a job without a data connection is.
    ///
    /// @param octets moved so far
    /// @return whether it is to go on: the client has neither left nor said ABOR
    boolean moved(long octets);

    /// Looks at the control connection now: is the client still there, and has it not said ABOR?
    boolean stillWanted();
  }
}
