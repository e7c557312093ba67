package dev.simpleftp.socket.server;

import dev.simpleftp.application.port.in.UseCases;
import dev.simpleftp.domain.ConnectionFailed;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.StoreFailure;
import dev.simpleftp.socket.wire.Command;
import dev.simpleftp.socket.wire.Refusals;
import dev.simpleftp.socket.wire.Reply;
import java.io.IOException;

/// Carries out a command that has passed the gates: one group of commands, one class.
final class Interpreter {
  private final AccessCommands access;
  private final SecurityCommands security;
  private final ParameterCommands parameters;
  private final TransferCommands transfers;
  private final TreeCommands tree;
  private final AttributeCommands attributes;
  private final DigestCommands digests;
  private final InformationCommands information;
  private final Conversation conversation;

  Interpreter(
      Conversation conversation, UseCases useCases, FtpServerConfig config, Transfers runner) {
    this.conversation = conversation;
    access = new AccessCommands(conversation, useCases, config.limits());
    security = new SecurityCommands(conversation, config.requiresTls());
    parameters = new ParameterCommands(conversation, useCases, config);
    transfers = new TransferCommands(conversation, useCases, config, runner);
    tree = new TreeCommands(conversation, useCases);
    attributes = new AttributeCommands(conversation, useCases);
    digests = new DigestCommands(conversation, useCases.digest(), runner);
    information = new InformationCommands(conversation, config.carriedOut());
  }

  /// The one final reply to this command.
  ///
  /// @throws IOException when the control connection broke
  Reply interpret(Command command) throws IOException {
    if (!(command instanceof Command.RenameTo)) {
      conversation.state().takeRenameFrom();
    }
    try {
      return switch (command) {
        case Command.Access c -> access.carryOut(c);
        case Command.Security c -> security.carryOut(c);
        case Command.Parameter c -> parameters.carryOut(c);
        case Command.Transfer c -> transfers.carryOut(c);
        case Command.Tree c -> tree.carryOut(c);
        case Command.Attribute c -> attributes.carryOut(c);
        case Command.Integrity c -> digests.carryOut(c);
        case Command.Information c -> information.carryOut(c);
      };
    } catch (Refused refused) {
      return Refusals.reply(refused.refusal());
    } catch (StoreFailure _) {
      return Reply.of(451, "Local error; nothing was changed.");
    } catch (ConnectionFailed failed) {
      if (failed.isSessionLost()) {
        throw failed;
      }
      return Reply.of(451, "Local error; nothing was changed.");
    }
  }
}
