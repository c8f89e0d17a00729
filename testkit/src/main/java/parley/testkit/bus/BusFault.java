package parley.testkit.bus;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** One thing that is wrong with the bus, and how often it has shown. */
public final class BusFault {
  private final Predicate<Leaving> wanted;
  private final boolean takes;
  private final boolean holds;
  private final List<Runnable> held = new ArrayList<>();
  private int left;
  private int effects;

  private BusFault(Predicate<Leaving> wanted, boolean takes, boolean holds, int times) {
    this.wanted = wanted;
    this.takes = takes;
    this.holds = holds;
    this.left = times;
  }

  static BusFault losing(Predicate<Leaving> wanted, int times) {
    return new BusFault(wanted, true, false, times);
  }

  static BusFault holding(Predicate<Leaving> wanted, int times) {
    return new BusFault(wanted, true, true, times);
  }

  static BusFault counting(Predicate<Leaving> wanted) {
    return new BusFault(wanted, false, false, Integer.MAX_VALUE);
  }

  /** How many messages it has acted on. */
  public synchronized int effects() {
    return effects;
  }

  /** What is held back leaves now, in its order; nothing further is taken. */
  public void release() {
    List<Runnable> leaving;
    synchronized (this) {
      left = 0;
      leaving = List.copyOf(held);
      held.clear();
    }
    leaving.forEach(Runnable::run);
  }

  /** True if the message must not go on, at least for now. */
  synchronized boolean takes(Leaving leaving, Runnable goOn) {
    // Asked first: it may have to see what it does not take.
    if (!wanted.test(leaving) || left == 0) {
      return false;
    }
    left--;
    effects++;
    if (holds) {
      held.add(goOn);
    }
    return takes;
  }
}
