package dev.simpleftp.e2e;

/// One thing a client is asked to do. Local names are plain names in the local directory.
///
/// @param first what it acts on: the source of a transfer or a rename, else the only name
/// @param second where to: the target of a transfer or a rename, else empty
/// @param offset how many bytes are there already, for those that resume
record Step(Kind kind, String first, String second, long offset) {
  /// The verbs of clients.
  enum Kind {
    LIST,
    GET,
    PUT,
    RESUME_GET,
    RESUME_PUT,
    ABORT_GET,
    ABORT_PUT,
    RENAME,
    DELETE,
    MKDIR,
    RMDIR,
    CHMOD,
    GET_MATCHING,
    PUT_UNIQUE,
    GET_TREE,
    PUT_TREE,
    LIST_FACTS
  }

  /// The bare names in a directory, the root if empty, one a line.
  static Step list(String directory) {
    return new Step(Kind.LIST, directory, "", 0);
  }

  static Step get(String remote, String local) {
    return new Step(Kind.GET, remote, local, 0);
  }

  static Step put(String local, String remote) {
    return new Step(Kind.PUT, local, remote, 0);
  }

  static Step resumeGet(String remote, String local, long offset) {
    return new Step(Kind.RESUME_GET, remote, local, offset);
  }

  static Step resumePut(String local, String remote, long offset) {
    return new Step(Kind.RESUME_PUT, local, remote, offset);
  }

  /// Begins to get this file and gives up by the client's own means; the session stays.
  static Step abortGet(String remote) {
    return new Step(Kind.ABORT_GET, remote, "", 0);
  }

  /// The same for an upload to this name.
  static Step abortPut(String remote) {
    return new Step(Kind.ABORT_PUT, remote, "", 0);
  }

  static Step rename(String from, String to) {
    return new Step(Kind.RENAME, from, to, 0);
  }

  static Step delete(String file) {
    return new Step(Kind.DELETE, file, "", 0);
  }

  static Step mkdir(String directory) {
    return new Step(Kind.MKDIR, directory, "", 0);
  }

  static Step rmdir(String directory) {
    return new Step(Kind.RMDIR, directory, "", 0);
  }

  /// Sets these permissions, octal digits.
  static Step chmod(String file, String permissions) {
    return new Step(Kind.CHMOD, file, permissions, 0);
  }

  /// Gets all files of the working directory that match, under their own names.
  static Step getMatching(String pattern) {
    return new Step(Kind.GET_MATCHING, pattern, "", 0);
  }

  /// Stores this local file under a name that the other side chooses.
  static Step putUnique(String local) {
    return new Step(Kind.PUT_UNIQUE, local, "", 0);
  }

  /// Gets a directory with all below it as this new one.
  static Step getTree(String remote, String local) {
    return new Step(Kind.GET_TREE, remote, local, 0);
  }

  /// The other way.
  static Step putTree(String local, String remote) {
    return new Step(Kind.PUT_TREE, local, remote, 0);
  }

  /// As [#list], read from a listing that is made for programs.
  static Step listFacts(String directory) {
    return new Step(Kind.LIST_FACTS, directory, "", 0);
  }

  IllegalArgumentException impossible() {
    return new IllegalArgumentException("this client has no " + kind);
  }
}
