package dev.simpleftp.e2e;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// Stores and fetches files of its own again and again, and looks at each of them on disk.
final class SoakWorker {
  private static final int NAMES = 6;
  private static final int SMALL = 64 * 1024;
  private static final int LARGE = 4 * TestFiles.MIB;
  private static final String NOTHING = "nothing";

  private final String name;
  private final List<SoakClient> clients;
  private final Line line;
  private final Path served;
  private final Path local;
  private final Random random;
  private final SoakTally tally;
  private final Map<String, String> stored = new HashMap<>();
  private final Map<String, Set<String>> unsettled = new HashMap<>();

  /// What to expect of copies.
  enum Line {
    /// None fails.
    GOOD,
    /// Some fail, and say so.
    BAD,
    /// The client is killed while it stores.
    DEADLY
  }

  SoakWorker(String name, List<SoakClient> clients, Line line, Ground ground) {
    this.name = name;
    this.clients = clients;
    this.line = line;
    this.served = ground.served();
    this.local = ground.local();
    this.random = new Random(name.hashCode());
    this.tally = ground.tally();
  }

  /// @param local for this worker alone
  record Ground(Path served, Path local, SoakTally tally) {}

  void runUntil(long nanos) throws Exception {
    while (System.nanoTime() < nanos) {
      String file = name + "-" + random.nextInt(NAMES);
      SoakClient client = clients.get(random.nextInt(clients.size()));
      if (line == Line.DEADLY && client instanceof SoakProgram program) {
        killIn(program, file);
      } else if (!stored.getOrDefault(file, NOTHING).equals(NOTHING) && random.nextBoolean()) {
        fetch(client, file);
      } else {
        store(client, file);
      }
    }
  }

  private void store(SoakClient client, String file) throws Exception {
    Path source = freshFile(file);
    String fresh = TestFiles.sha256(source);
    boolean done = attempt(file, () -> client.put(source, file));
    String there = onDisk(file);
    if (done ? !there.equals(fresh) : !isWhole(fresh, file, there)) {
      tally.wrong("%s of %s, said to be stored: %b".formatted(file, client, done));
    }
    if (done) {
      unsettled.remove(file);
    }
    stored.put(file, there);
  }

  private void fetch(SoakClient client, String file) throws Exception {
    Path target = local.resolve(file + ".got");
    Files.deleteIfExists(target);
    boolean done = attempt(file, () -> client.get(file, target));
    if (done && !TestFiles.sha256(target).equals(stored.get(file)) && !isUnsettled(file, target)) {
      tally.wrong("%s fetched by %s".formatted(file, client));
    }
  }

  private boolean isUnsettled(String file, Path target) throws Exception {
    return unsettled.getOrDefault(file, Set.of()).contains(TestFiles.sha256(target));
  }

  private void killIn(SoakProgram client, String file) throws Exception {
    Path source = freshFile(file);
    String fresh = TestFiles.sha256(source);
    client.putAndDie(source, file, random.nextInt(200));
    String there = onDisk(file);
    if (!isWhole(fresh, file, there)) {
      long size = Files.size(served.resolve(file));
      tally.wrong(
          "%s after its client was killed: %d bytes of %d"
              .formatted(file, size, Files.size(source)));
    }
    tally.failedAsItMay();
    stored.put(file, there);
  }

  /// Whether this is the old file, the new one, or one of those before whose client was gone when
  /// the server had all of it and was about to place it.
  private boolean isWhole(String fresh, String file, String there) {
    Set<String> possible = unsettled.computeIfAbsent(file, _ -> new HashSet<>());
    possible.add(fresh);
    return possible.contains(there) || there.equals(stored.getOrDefault(file, NOTHING));
  }

  private Path freshFile(String file) throws Exception {
    int size = random.nextInt(random.nextInt(4) == 0 ? LARGE : SMALL);
    return TestFiles.write(local.resolve(file), size, random.nextLong());
  }

  private String onDisk(String file) throws Exception {
    Path path = served.resolve(file);
    return Files.exists(path) ? TestFiles.sha256(path) : NOTHING;
  }

  private boolean attempt(String file, Copy copy) throws InterruptedException {
    long begin = System.nanoTime();
    try {
      copy.run();
      tally.transferred();
      return true;
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      if (line == Line.GOOD) {
        tally.failed(file + ": " + e, Duration.ofNanos(System.nanoTime() - begin).toSeconds());
      } else {
        tally.failedAsItMay();
      }
      return false;
    }
  }

  private interface Copy {
    void run() throws Exception;
  }
}
