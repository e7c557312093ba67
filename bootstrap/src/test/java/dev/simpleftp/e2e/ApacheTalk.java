package dev.simpleftp.e2e;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.ftpserver.ftplet.DefaultFtplet;
import org.apache.ftpserver.ftplet.FtpReply;
import org.apache.ftpserver.ftplet.FtpRequest;
import org.apache.ftpserver.ftplet.FtpSession;
import org.apache.ftpserver.ftplet.FtpletResult;

/// Hears what Apache FtpServer is asked and what it answers.
final class ApacheTalk extends DefaultFtplet {
  private final List<String> lines = new CopyOnWriteArrayList<>();

  List<String> lines() {
    return lines;
  }

  @Override
  public FtpletResult afterCommand(FtpSession session, FtpRequest request, FtpReply reply) {
    String argument = request.hasArgument() ? " " + request.getArgument() : "";
    lines.add(request.getCommand() + argument + " -> " + String.valueOf(reply).strip());
    return FtpletResult.DEFAULT;
  }
}
