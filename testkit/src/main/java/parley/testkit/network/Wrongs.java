package parley.testkit.network;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** What is wrong with all connections of a proxy. */
final class Wrongs {
  private final Map<Direction, Integer> bandwidth = new EnumMap<>(Direction.class);
  private final Map<Direction, Long> passed = new EnumMap<>(Direction.class);
  private final Map<Direction, List<Cut>> cuts = new EnumMap<>(Direction.class);
  private long latencyNanos;
  private boolean silent;
  private boolean keepsOpen;

  Wrongs() {
    for (Direction direction : Direction.values()) {
      cuts.put(direction, new CopyOnWriteArrayList<>());
      passed.put(direction, 0L);
    }
  }

  synchronized void latency(Duration time) {
    latencyNanos = time.toNanos();
  }

  synchronized long latencyNanos() {
    return latencyNanos;
  }

  synchronized void bandwidth(Direction direction, int bytesPerSecond) {
    bandwidth.put(direction, bytesPerSecond);
  }

  /** Bytes a second; 0 means no limit. */
  synchronized int bandwidth(Direction direction) {
    return bandwidth.getOrDefault(direction, 0);
  }

  synchronized void silent(boolean is) {
    silent = is;
    notifyAll();
  }

  /** Returns when bytes may go on, or the connection is over. */
  synchronized void awaitVoice(Passage passage) throws InterruptedException {
    while (silent && passage.isOpen()) {
      wait();
    }
  }

  synchronized void wake() {
    notifyAll();
  }

  synchronized void keepsOpen(boolean does) {
    keepsOpen = does;
  }

  synchronized boolean keepsOpen() {
    return keepsOpen;
  }

  Cut cut(Direction direction, Cut cut) {
    cuts.get(direction).add(cut);
    return cut;
  }

  List<Cut> cuts(Direction direction) {
    return cuts.get(direction);
  }

  synchronized void goesOn(Direction direction, int bytes) {
    passed.merge(direction, (long) bytes, Long::sum);
  }

  synchronized long passed(Direction direction) {
    return passed.get(direction);
  }

  synchronized void heal() {
    latencyNanos = 0;
    bandwidth.clear();
    keepsOpen = false;
    cuts.values().forEach(List::clear);
    silent(false);
  }
}
