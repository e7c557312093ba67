package dev.simpleftp.socket.server;

import dev.simpleftp.socket.wire.Command;
import dev.simpleftp.socket.wire.MlsxFacts;
import dev.simpleftp.socket.wire.Reply;
import dev.simpleftp.socket.wire.TransferType;
import dev.simpleftp.socket.wire.Verb;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/// What the server and the session are like (RFC 959 §4.1.3, RFC 2389). FEAT and HELP are read off
/// [Verb].
final class InformationCommands {
  private static final List<String> WIDE_FEATURES = List.of("ATOMIC STOR APPE", "TVFS");
  private static final int VERBS_PER_LINE = 8;

  private final Conversation conversation;

  InformationCommands(Conversation conversation) {
    this.conversation = conversation;
  }

  Reply carryOut(Command.Information command) {
    return switch (command) {
      case Command.SystemKind() -> Reply.of(215, "UNIX Type: L8");
      case Command.Features() -> features();
      case Command.OptionUtf8() -> Reply.of(200, "UTF-8 is always on.");
      case Command.OptionMlst(var facts) -> optionMlst(facts);
      case Command.Status() -> status();
      case Command.Help(var verb) -> verb.map(InformationCommands::helpOn).orElseGet(this::help);
      case Command.NoOperation() -> Reply.of(200, "Ready.");
      case Command.Abort() -> Reply.of(226, "No transfer is running any more.");
    };
  }

  private Reply features() {
    List<String> features = new ArrayList<>(WIDE_FEATURES);
    Stream.of(Verb.values()).map(Verb::feature).filter(f -> !f.isEmpty()).forEach(features::add);
    features.add(conversation.facts().feature());
    Collections.sort(features);
    return Reply.of(211, "Features:", features.stream().map(f -> " " + f).toList(), "End");
  }

  private Reply optionMlst(String facts) {
    conversation.state().facts(MlsxFacts.choose(facts));
    return Reply.of(200, ("MLST OPTS " + conversation.facts().names()).strip());
  }

  private Reply status() {
    List<String> lines = new ArrayList<>();
    lines.add(" Connected from " + conversation.peer());
    lines.add(" Logged in as " + conversation.session().identity().user());
    lines.add(" Working directory " + conversation.session().workingDirectory());
    boolean ascii = conversation.state().type() == TransferType.ASCII;
    lines.add(" TYPE " + (ascii ? "ASCII" : "image") + "; MODE stream; STRU file");
    lines.add(" No transfer is running");
    return Reply.of(211, "Status of this session", lines, "End of status");
  }

  private Reply help() {
    List<String> lines = new ArrayList<>();
    Verb[] verbs = Verb.values();
    for (int i = 0; i < verbs.length; i += VERBS_PER_LINE) {
      var line = new StringBuilder();
      for (int j = i; j < Math.min(verbs.length, i + VERBS_PER_LINE); j++) {
        line.append(' ').append(verbs[j]);
      }
      lines.add(line.toString());
    }
    return Reply.of(214, "These commands are known:", lines, "HELP <verb> tells more.");
  }

  private static Reply helpOn(Verb verb) {
    return Reply.of(214, verb.help() + " (RFC " + verb.rfc() + ")");
  }
}
