package dev.simpleftp.socket.server;

import dev.simpleftp.application.port.in.ListFiles;
import dev.simpleftp.application.port.in.ListFiles.Subject;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.socket.wire.Reply;
import java.util.ArrayList;
import java.util.List;

/// Gathers a listing for the control connection, up to the length a reply may have (R19); of what
/// does not fit it keeps the number only.
final class ListingReply implements ListFiles.Reader {
  /// Characters; at three bytes each they stay below 64 KiB.
  private static final int MAX_LENGTH = 20_000;

  private final ListingLines lines;
  private final List<String> told = new ArrayList<>();
  private Subject subject = Subject.DIRECTORY;
  private int length;

  ListingReply(ListingLines lines) {
    this.lines = lines;
  }

  @Override
  public void begin(Subject about) throws Refused {
    subject = about;
    lines.begin(about);
  }

  @Override
  public void entry(FileEntry entry) {
    if (length < MAX_LENGTH) {
      var line = new StringBuilder();
      lines.append(line, entry);
      length += line.length();
      told.add(line.toString());
    }
  }

  /// RFC 959 §4.2: 212 tells of a directory, 213 of a file.
  Reply reply(long entries) {
    int code = subject == Subject.ENTRY ? 213 : 212;
    long left = entries - told.size();
    String end = left == 0 ? "End of status" : "There are " + left + " entries more; use LIST.";
    return Reply.of(code, "Status follows", told, end);
  }
}
