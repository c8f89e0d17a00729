package parley.persistence.message;

/** Hears what appending does, for the counters. */
public interface AppendMeter {
  /** One transaction was committed and stored that many messages. */
  void batch(int stored);

  /** An append was refused because the queue was full. */
  void refused();
}
