package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
    if (site.encryption().isUsed()) {
      command.addAll(protection(site.encryption()));
    }
    String scheme = site.encryption().isUsed() ? "ftps://" : "ftp://";
    String address = site.url(step.first()).replaceFirst("^ftps?://", scheme);
    command.addAll(
        switch (step.kind()) {
          case LIST -> List.of("-O", "-", site.url(step.first() + "/"));
          case GET -> List.of("-O", step.second(), address);
          case RESUME_GET -> List.of("-c", "-O", step.second(), site.url(step.first()));
          default -> throw step.impossible();
        });
    return command;
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void getsFilesUnderTls(Encryption encryption) throws Exception {
    TestFiles.write(served().resolve("a.bin"), TestFiles.MIB, 1);

    carryOut(bench().site(encryption), Step.get("a.bin", "a.bin"));

    assertThat(local().resolve("a.bin")).hasSameBinaryContentAs(served().resolve("a.bin"));
  }

  /// It tells the two ways apart by an option and not by the address.
  private static List<String> protection(Encryption encryption) {
    List<String> options = new ArrayList<>(List.of("--no-check-certificate"));
    options.add("--secure-protocol=TLSv" + encryption.version().replace('.', '_'));
    if (encryption.isImplicit()) {
      options.add("--ftps-implicit");
    }
    return options;
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
