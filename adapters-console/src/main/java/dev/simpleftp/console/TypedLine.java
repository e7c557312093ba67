package dev.simpleftp.console;

import dev.simpleftp.console.command.CommandLine;
import dev.simpleftp.console.command.Quoting;
import dev.simpleftp.console.command.Token;
import dev.simpleftp.console.command.Token.Kind;
import dev.simpleftp.console.command.Word;
import java.util.List;
import java.util.stream.Stream;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.Parser;

/// A line at the prompt, cut as the command will be: JLine's own idea of quotes is another one.
final class TypedLine implements CompletingParsedLine {
  private final String line;
  private final int cursor;
  private final Token at;
  private final List<Token> before;

  private TypedLine(String line, int cursor) {
    this.line = line;
    this.cursor = cursor;
    List<Token> tokens = CommandLine.tokensSoFar(line);
    this.at =
        tokens.stream()
            .filter(t -> t.kind() == Kind.WORD && t.start() <= cursor && cursor <= t.end())
            .findFirst()
            .orElse(new Token(Kind.WORD, Word.of(""), cursor, cursor));
    this.before = command(tokens.stream().filter(t -> t.end() <= at.start()).toList());
  }

  /// Never asks for another line: what is wrong is told when the line is run.
  static Parser parser() {
    return (line, cursor, _) -> new TypedLine(line, cursor);
  }

  /// The pieces since the last `;`.
  private static List<Token> command(List<Token> tokens) {
    int from = tokens.size();
    while (from > 0 && tokens.get(from - 1).kind() != Kind.END) {
      from--;
    }
    return tokens.subList(from, tokens.size());
  }

  /// Whether a name of a file behind `>` stands here.
  boolean isRedirection() {
    Kind last = before.isEmpty() ? Kind.END : before.getLast().kind();
    return last == Kind.WRITE || last == Kind.APPEND;
  }

  /// Whether an option stands here, or the dash of one; a name with a dash in front is quoted.
  boolean isOption() {
    return !typed().quoted() && typed().text().startsWith("-");
  }

  @Override
  public String word() {
    return typed().text();
  }

  private Word typed() {
    List<Token> typed = CommandLine.tokensSoFar(line.substring(at.start(), cursor));
    return typed.isEmpty() ? Word.of("") : typed.getFirst().word();
  }

  @Override
  public int wordCursor() {
    return word().length();
  }

  @Override
  public int wordIndex() {
    return before.size();
  }

  @Override
  public List<String> words() {
    return Stream.concat(before.stream().map(token -> token.word().text()), Stream.of(word()))
        .toList();
  }

  @Override
  public String line() {
    return line;
  }

  @Override
  public int cursor() {
    return cursor;
  }

  @Override
  public CharSequence escape(CharSequence candidate, boolean complete) {
    return isOption() ? candidate : Quoting.typed(candidate.toString());
  }

  @Override
  public int rawWordCursor() {
    return cursor - at.start();
  }

  @Override
  public int rawWordLength() {
    return at.end() - at.start();
  }
}
