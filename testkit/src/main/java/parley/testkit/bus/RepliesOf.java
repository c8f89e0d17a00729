package parley.testkit.bus;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Recognises the answers to requests of one address, by where those wanted them. */
final class RepliesOf implements Predicate<Leaving> {
  private final String address;
  private final Set<String> expected = ConcurrentHashMap.newKeySet();

  RepliesOf(String address) {
    this.address = address;
  }

  @Override
  public boolean test(Leaving leaving) {
    if (leaving.address().equals(address) && leaving.replyAddress() != null) {
      expected.add(leaving.replyAddress());
    }
    return expected.remove(leaving.address());
  }
}
