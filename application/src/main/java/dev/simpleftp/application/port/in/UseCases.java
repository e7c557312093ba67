package dev.simpleftp.application.port.in;

/// All that can be asked of the core, for a driving adapter that needs most of it.
public record UseCases(
    OpenSession open,
    CloseSession close,
    GetFile get,
    PutFile put,
    ListFiles list,
    DescribeFile describe,
    ChangeDirectory changeDirectory,
    EditTree editTree,
    DigestFile digest) {}
