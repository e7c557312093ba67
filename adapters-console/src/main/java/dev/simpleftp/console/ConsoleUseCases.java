package dev.simpleftp.console;

import dev.simpleftp.application.port.in.ChangeDirectory;
import dev.simpleftp.application.port.in.CloseSession;
import dev.simpleftp.application.port.in.DescribeFile;
import dev.simpleftp.application.port.in.EditTree;
import dev.simpleftp.application.port.in.GetFile;
import dev.simpleftp.application.port.in.ListFiles;
import dev.simpleftp.application.port.in.OpenSession;
import dev.simpleftp.application.port.in.PutFile;

/// What the console can have done, for its remote session and for its local one alike.
///
/// @param open connects and logs in
public record ConsoleUseCases(
    OpenSession open,
    CloseSession close,
    GetFile get,
    PutFile put,
    ListFiles list,
    DescribeFile describe,
    ChangeDirectory change,
    EditTree edit) {}
