package dev.simpleftp.socket.classroom.client;

/// What a server of the dialect can say.
sealed interface ClassroomAnswer {

  record Success() implements ClassroomAnswer {}

  /// Where the data connection is awaited.
  record DataPort(int port) implements ClassroomAnswer {}

  record UploadSuccess() implements ClassroomAnswer {}

  /// A no, in the server's words.
  record Failure(String words) implements ClassroomAnswer {}

  /// Words that are none of the dialect.
  record Foreign(String words) implements ClassroomAnswer {}
}
