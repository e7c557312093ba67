package dev.simpleftp.socket.server;

import dev.simpleftp.domain.DigestAlgorithm;
import dev.simpleftp.socket.wire.Command;
import dev.simpleftp.socket.wire.MlsxFacts;
import dev.simpleftp.socket.wire.Reply;
import dev.simpleftp.socket.wire.SiteVerb;
import dev.simpleftp.socket.wire.TransferMode;
import dev.simpleftp.socket.wire.TransferType;
import dev.simpleftp.socket.wire.Verb;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the server and the session are like (RFC 959 §4.1.3, RFC 2389). FEAT and HELP are read off
/// [Verb] and the [Offer].
final class InformationCommands {
  private static final List<String> WIDE_FEATURES = List.of("ATOMIC STOR APPE", "TVFS", "UTF8");
  private static final int MAX_LINE = 40;
  private static final String SELF = "Name=simpleftp; Version=" + version() + ";";

  private final Conversation conversation;
  private final Offer offer;

  InformationCommands(Conversation conversation, Offer offer) {
    this.conversation = conversation;
    this.offer = offer;
  }

  Reply carryOut(Command.Information command) {
    return switch (command) {
      case Command.SystemKind() -> Reply.of(215, "UNIX Type: L8");
      case Command.Features() -> features();
      case Command.OptionUtf8() -> Reply.of(200, "UTF-8 is always on.");
      case Command.OptionMlst(var facts) -> optionMlst(facts);
      case Command.Status() -> status();
      case Command.Help(var verb) -> verb.map(this::helpOn).orElseGet(this::help);
      case Command.SiteHelp() -> siteHelp();
      case Command.ClientName() -> Reply.of(200, "Noted.");
      case Command.ClientAndServer() -> Reply.of(200, SELF);
      case Command.Language() -> Reply.of(200, "The replies are in English.");
      case Command.NoOperation() -> Reply.of(200, "Ready.");
      case Command.Abort() -> Reply.of(226, "No transfer is running any more.");
    };
  }

  private Reply features() {
    List<String> features = new ArrayList<>(WIDE_FEATURES);
    offer.verbs().map(Verb::feature).filter(f -> !f.isEmpty()).forEach(features::add);
    if (offer.carriesOut(Verb.MLST)) {
      features.add(conversation.facts().feature());
    }
    if (offer.compression().isPresent()) {
      features.add("MODE Z");
    }
    if (offer.carriesOut(Verb.SITE)) {
      features.addAll(SiteVerb.features());
    }
    if (offer.carriesOut(Verb.HASH)) {
      features.add(hashes());
    }
    Collections.sort(features);
    return Reply.of(211, "Features:", features.stream().map(f -> " " + f).toList(), "End");
  }

  /// draft-bryan-ftpext-hash §3.1: the star marks the algorithm that HASH uses.
  private String hashes() {
    return Stream.of(DigestAlgorithm.values())
        .map(a -> a.title() + (a == conversation.state().digestAlgorithm() ? "*" : ""))
        .collect(Collectors.joining(";", "HASH ", ""));
  }

  private Reply optionMlst(String facts) {
    if (!offer.carriesOut(Verb.MLST)) {
      return Reply.of(501, "No such option; FEAT lists the features.");
    }
    conversation.state().facts(MlsxFacts.choose(facts));
    return Reply.of(200, ("MLST OPTS " + conversation.facts().names()).strip());
  }

  private Reply status() {
    List<String> lines = new ArrayList<>();
    lines.add(" Connected from " + conversation.peer());
    lines.add(" Logged in as " + conversation.session().identity().user());
    lines.add(" Working directory " + conversation.session().workingDirectory());
    boolean ascii = conversation.state().type() == TransferType.ASCII;
    boolean stream = conversation.state().mode() == TransferMode.STREAM;
    lines.add(
        " TYPE %s; MODE %s; STRU file"
            .formatted(ascii ? "ASCII" : "image", stream ? "stream" : "deflate"));
    lines.add(" No transfer is running");
    return Reply.of(211, "Status of this session", lines, "End of status");
  }

  private Reply help() {
    List<String> lines = new ArrayList<>();
    var line = new StringBuilder();
    for (Verb verb : offer.verbs().toList()) {
      if (line.length() > MAX_LINE) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(' ').append(verb);
    }
    lines.add(line.toString());
    return Reply.of(214, "These commands are known:", lines, "HELP <verb> tells more.");
  }

  /// 501 for a verb that is not carried out here.
  private Reply helpOn(Verb verb) {
    if (!offer.carriesOut(verb)) {
      return Reply.of(501, "No such command; HELP lists the known ones.");
    }
    return verb == Verb.SITE
        ? siteHelp()
        : Reply.of(214, verb.help() + " (" + source(verb.rfc()) + ")");
  }

  /// A number is that of an RFC, anything else names itself.
  private static String source(String rfc) {
    return Character.isDigit(rfc.charAt(0)) ? "RFC " + rfc : rfc;
  }

  private static Reply siteHelp() {
    List<String> lines = Stream.of(SiteVerb.values()).map(verb -> " " + verb.help()).toList();
    return Reply.of(214, "These stand behind SITE:", lines, "End of help");
  }

  private static String version() {
    return Optional.ofNullable(InformationCommands.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
