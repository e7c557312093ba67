package dev.simpleftp.socket.fuzz;

import dev.simpleftp.socket.fuzz.Step.Ending;
import dev.simpleftp.socket.wire.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Draws sessions: every verb, with what belongs behind it and with what does not.
final class StepGenerator {
  private static final List<Verb> VERBS = List.of(Verb.values());
  private static final List<Ending> ENDINGS = List.of(Ending.values());
  private static final List<String> STORES = List.of("STOR ", "STOR ", "APPE ", "STOU ");
  private static final List<String> READS =
      List.of("RETR ", "RETR ", "RETR ", "LIST ", "NLST ", "MLSD ");
  private static final List<String> DOORS =
      List.of("EPSV", "EPSV", "PASV", "EPSV 1", "PORT {port}", "EPRT {port}");

  private final Random random;
  private final ArgumentGenerator arguments;
  private final List<Step> steps = new ArrayList<>();

  private StepGenerator(long seed) {
    this.random = new Random(seed);
    this.arguments = new ArgumentGenerator(random);
  }

  /// So many steps; the same for the same seed.
  static List<Step> draw(long seed, int sessions, int length) {
    var generator = new StepGenerator(seed);
    for (int session = 0; session < sessions; session++) {
      generator.beforeLogin(session);
      generator.logIn(session);
    }
    while (generator.steps.size() < length) {
      generator.scene(generator.random.nextInt(sessions));
    }
    return generator.steps;
  }

  private void beforeLogin(int session) {
    for (int i = random.nextInt(3); i > 0; i--) {
      anything(session);
    }
  }

  private void logIn(int session) {
    say(session, "USER {user}");
    say(session, "PASS " + FuzzServer.PASSWORD);
  }

  private void scene(int session) {
    int drawn = random.nextInt(100);
    if (drawn < 40) {
      transfer(session);
    } else if (drawn < 50) {
      say(session, "RNFR " + arguments.path());
      say(session, "RNTO " + arguments.path());
    } else if (drawn < 56) {
      say(session, (drawn < 53 ? "MKD " : "CWD ") + arguments.path());
    } else if (drawn < 59) {
      logIn(session);
    } else if (drawn < 60) {
      say(session, "QUIT");
      beforeLogin(session);
      logIn(session);
    } else {
      anything(session);
    }
  }

  private void transfer(int session) {
    if (random.nextInt(4) == 0) {
      String[] before = {"TYPE A", "TYPE I", "REST 3", "ALLO 40", "RANG 2 9", "REST 0"};
      say(session, before[random.nextInt(before.length)]);
    }
    say(session, DOORS.get(random.nextInt(DOORS.size())));
    boolean stores = random.nextInt(5) < 3;
    List<String> verbs = stores ? STORES : READS;
    String line = verbs.get(random.nextInt(verbs.size())) + arguments.path();
    Ending ending = Ending.WHOLE;
    if (random.nextInt(4) == 0) {
      ending = ENDINGS.get(random.nextInt(ENDINGS.size()));
    }
    steps.add(new Step(session, size(), ending, random.nextBoolean(), false, line));
    if (ending == Ending.LEAVE) {
      logIn(session);
    }
  }

  private int size() {
    return switch (random.nextInt(40)) {
      case 0 -> 0;
      case 1 -> 150_000 + random.nextInt(300_000);
      case 2, 3, 4 -> 40;
      default -> random.nextInt(2_000);
    };
  }

  private void anything(int session) {
    int drawn = random.nextInt(40);
    String line =
        switch (drawn) {
          case 0 -> arguments.nonsense();
          case 1 -> verb() + " " + arguments.nonsense();
          case 2 -> verb();
          default -> sensible(VERBS.get(random.nextInt(VERBS.size())));
        };
    boolean joined = random.nextInt(3) == 0;
    steps.add(new Step(session, size(), Ending.WHOLE, false, joined, line));
    if (line.startsWith("QUIT") || line.startsWith("REIN")) {
      logIn(session);
    }
  }

  private String verb() {
    return VERBS.get(random.nextInt(VERBS.size())).name();
  }

  private String sensible(Verb verb) {
    String argument = arguments.of(verb);
    return argument.isEmpty() ? verb.name() : verb.name() + " " + argument;
  }

  private void say(int session, String line) {
    steps.add(
        new Step(session, random.nextInt(20), Ending.WHOLE, false, random.nextInt(4) == 0, line));
  }
}
