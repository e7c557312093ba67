package dev.simpleftp.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// How a library is driven: a program around it gets the site as its arguments, the last of them
/// the name of its [Encryption] in lower case, and reads a step a line, the parts with tabs between
/// them: `kind`, `first`, `second`, `offset`.
final class DriverSession {
  private DriverSession() {}

  static List<Invocation> invocations(List<String> program, Site site, List<Step> steps) {
    List<String> command = new ArrayList<>(program);
    command.addAll(List.of(site.host(), site.portText(), site.active() ? "active" : "passive"));
    command.addAll(List.of(site.user(), site.password()));
    command.add(site.encryption().name().toLowerCase(Locale.ROOT));
    return List.of(
        new Invocation(
            command, steps.stream().map(DriverSession::line).collect(Collectors.joining())));
  }

  private static String line(Step step) {
    String kind = step.kind().name().toLowerCase(Locale.ROOT);
    return "%s\t%s\t%s\t%d\n".formatted(kind, step.first(), step.second(), step.offset());
  }
}
