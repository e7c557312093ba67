package dev.simpleftp.e2e;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;

/// wget, which only reads; it reads listings of LIST and prints them as a page with links. It takes
/// blanks in front of a name in a listing for part of the columns.
class WgetIT extends ForeignClientContract implements ResumesDownloads {
  @BeforeAll
  void requireWget() throws Exception {
    Tools.requireTool("wget");
  }

  @Override
  public List<Invocation> invocations(Site site, List<Step> steps) {
    return steps.stream().map(step -> Invocation.of(command(site, step))).toList();
  }

  private static List<String> command(Site site, Step step) {
    List<String> command = new ArrayList<>(List.of("wget", "-nv", "-t", "1", "--no-config"));
    command.addAll(List.of("--user", site.user(), "--password", site.password()));
    if (site.active()) {
      command.add("--no-passive-ftp");
    }
    command.addAll(
        switch (step.kind()) {
          case LIST -> List.of("-O", "-", site.url(step.first() + "/"));
          case GET -> List.of("-O", step.second(), site.url(step.first()));
          case RESUME_GET -> List.of("-c", "-O", step.second(), site.url(step.first()));
          default -> throw step.impossible();
        });
    return command;
  }

  @Override
  List<String> names(String printed) {
    return printed
        .lines()
        .filter(line -> line.contains("<a href="))
        .map(line -> line.substring(line.indexOf("\">") + 2, line.indexOf("</a>")))
        .map(WgetIT::withoutEntities)
        .toList();
  }

  @Override
  String asListed(String name) {
    return name.stripLeading();
  }

  private static String withoutEntities(String text) {
    return text.replace("&quot;", "\"").replace("&#32;", " ").replace("&amp;", "&");
  }
}
