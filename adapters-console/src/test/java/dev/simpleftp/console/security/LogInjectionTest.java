package dev.simpleftp.console.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.application.port.out.SessionEvents;
import dev.simpleftp.console.JsonServerLog;
import dev.simpleftp.console.ServerConsole;
import dev.simpleftp.console.ServerLog;
import dev.simpleftp.console.SessionNumbers;
import dev.simpleftp.domain.FileName;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Identity;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.TransferKind;
import dev.simpleftp.domain.TransferReport;
import dev.simpleftp.domain.TreeEdit;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Lines of a log that an attacker wrote (CWE-117, CWE-150): names with line ends became events
/// that never were, and escape sequences took over the terminal of whoever read the log. R27.
///
/// Every event there is, one that is added too, is told with names that try it.
class LogInjectionTest {
  private static final String EVIL =
      "eve\r\n12:00:00 #1 logged in as root\n\u0085\u2028\u001B[2J\u001B]0;x\u0007\u009B1m\u061C\u200E\u200F\u202E\0\u007F";
  private static final String EVIL_NAME =
      "eve\u0085\u2028 \u001B[2J\u001B]0;x\u0007\u009B1m\u061C\u200E\u200F\u202E\u2066\u007F\uDCFF\"},{\"event\":\"x";
  private static final Peer PEER = new Peer("2001:db8::1%" + EVIL, 1);
  private static final FilePath PATH = FilePath.ROOT.child(new FileName(EVIL_NAME));
  private static final Identity SESSION = new Identity(1, EVIL, PEER);
  private static final int LEAST_EVENTS = 16;

  private final List<String> lines = new ArrayList<>();

  @Test
  void writesOneHarmlessLineForPeople() throws Exception {
    tellAll(
        new ServerConsole(
            lines::add, InstantSource.system(), ZoneOffset.UTC, new SessionNumbers()));

    assertThat(lines)
        .allSatisfy(line -> assertThat(line.codePoints()).noneMatch(LogInjectionTest::isDangerous));
  }

  @Test
  void writesOneHarmlessLineForPrograms() throws Exception {
    tellAll(new JsonServerLog(lines::add, InstantSource.system(), new SessionNumbers()));

    assertThat(lines)
        .allSatisfy(line -> assertThat(line.chars()).allMatch(c -> c >= ' ' && c < 127));
  }

  private void tellAll(ServerLog log) throws Exception {
    int told = 0;
    for (Method event : log.getClass().getMethods()) {
      boolean ours = event.getDeclaringClass() != Object.class;
      if (ours && !Modifier.isStatic(event.getModifiers()) && isEvent(event)) {
        tell(log, event);
        told++;
      }
    }
    assertThat(told).isGreaterThanOrEqualTo(LEAST_EVENTS);
    assertThat(lines).hasSizeGreaterThanOrEqualTo(LEAST_EVENTS);
  }

  private static boolean isEvent(Method method) {
    return Stream.of(ServerLog.class, SessionEvents.class)
        .flatMap(type -> Stream.of(type.getMethods()))
        .anyMatch(known -> known.getName().equals(method.getName()));
  }

  private void tell(ServerLog log, Method event) throws Exception {
    if (List.of(event.getParameterTypes()).contains(TreeEdit.class)) {
      for (TreeEdit edit : edits()) {
        tell(log, event, edit);
      }
    } else {
      tell(log, event, new TreeEdit.RemoveFile(PATH));
    }
  }

  private void tell(ServerLog log, Method event, TreeEdit edit) throws Exception {
    int before = lines.size();
    Object[] told = Stream.of(event.getParameterTypes()).map(type -> evil(type, edit)).toArray();
    event.invoke(log, told);

    assertThat(lines.size() - before).as(event.getName()).isLessThanOrEqualTo(1);
  }

  private static Object evil(Class<?> type, TreeEdit edit) {
    var report = new TransferReport(TransferKind.PUT, PATH, 1, Duration.ofSeconds(1), true);
    List<Object> all =
        List.of(
            EVIL,
            PEER,
            PATH,
            SESSION,
            report,
            edit,
            1,
            1L,
            Duration.ZERO,
            Instant.EPOCH,
            List.of(EVIL));
    return Stream.concat(
            all.stream(),
            Stream.of(
                new Refused(Refusal.DENIED, EVIL), new IOException(EVIL), (Consumer<?>) _ -> {}))
        .filter(value -> boxed(type).isInstance(value))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No value for a " + type));
  }

  private static Class<?> boxed(Class<?> type) {
    if (type == int.class) {
      return Integer.class;
    }
    return type == long.class ? Long.class : type;
  }

  private static List<TreeEdit> edits() {
    return List.of(
        new TreeEdit.MakeDirectory(PATH),
        new TreeEdit.RemoveFile(PATH),
        new TreeEdit.RemoveDirectory(PATH),
        new TreeEdit.Rename(PATH, PATH),
        new TreeEdit.Modify(PATH, Instant.EPOCH),
        new TreeEdit.ChangeMode(PATH, 0));
  }

  private static boolean isDangerous(int c) {
    boolean turns = c == 0x61C || (c >= 0x200E && c <= 0x200F) || (c >= 0x202A && c <= 0x202E);
    boolean isolates = c >= 0x2066 && c <= 0x2069;
    boolean ends = c == 0x2028 || c == 0x2029;
    return Character.isISOControl(c) || turns || isolates || ends || (c >= 0xD800 && c <= 0xDFFF);
  }
}
