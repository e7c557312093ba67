package dev.simpleftp.console;

import dev.simpleftp.application.port.in.CopyFile;
import dev.simpleftp.application.port.in.CopyTree;
import dev.simpleftp.application.port.in.UseCases;
import dev.simpleftp.application.session.Endpoint;
import dev.simpleftp.console.command.OpenTarget;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Login;
import java.io.IOException;

/// What the console drives.
///
/// @param remotes the other sides
public record ConsoleCore(
    UseCases useCases, CopyFile copyFile, CopyTree copyTree, LocalTree local, Remotes remotes) {

  /// This machine's tree.
  ///
  /// @param endpoint follows links like any program does
  /// @param enclosed the same without links
  public record LocalTree(Endpoint endpoint, Enclosed enclosed) {}

  /// Gives directories that no link leads out of, for somebody else's names.
  @FunctionalInterface
  public interface Enclosed {
    /// The directory that the user means by this path; its endpoint is not connected yet.
    CopyFile.Place of(FilePath directory) throws IOException;
  }

  /// Knows the way to other machines.
  @FunctionalInterface
  public interface Remotes {
    /// An endpoint that is not connected yet and logs in so whenever it has to. The console wipes
    /// the login when it does not want the endpoint any more.
    Endpoint to(Login login, OpenTarget target);
  }
}
