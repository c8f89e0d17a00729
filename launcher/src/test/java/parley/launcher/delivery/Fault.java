package parley.launcher.delivery;

import java.util.random.RandomGenerator;

/** Something that breaks for a while under people who write. */
public interface Fault {
  /** What it is, in a few words. */
  String name();

  /** Breaks it and mends it again; chance decides what is left open. Returns when it is mended. */
  void strike(RandomGenerator random);

  /**
   * Whether people noticed.
   *
   * @param met what they met from before it was broken until they were writing again
   */
  default boolean isNoticed(Signs met) {
    return met.closed() > 0 || met.postponed() > 0 || met.pauses() > 0;
  }
}
