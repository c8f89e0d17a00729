package parley.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import parley.contract.id.UserId;
import parley.contract.presence.Presence;

/**
 * When people were last here, as it must be told. Gateways name the choice of the moment, or an
 * older one that they still take for it. While rolls run out nobody chooses; how that and other
 * leaving fall together does not matter, since the latest counts.
 */
final class SeenModel {
  private final Map<UserId, Person> people = new HashMap<>();
  private final Random random;

  SeenModel(Random random) {
    this.random = random;
  }

  /** What a gateway reports that the account shares. */
  long claim(UserId account) {
    Person person = of(account);
    return person.shares || random.nextBoolean() ? person.shared : 0;
  }

  /** The account shares from now on, or no more; gives the number of the choice. */
  long choose(UserId account, boolean shares) {
    Person person = of(account);
    person.number++;
    person.shares = shares;
    if (shares) {
      person.shared = person.number;
    } else {
      person.left = null;
    }
    return person.number;
  }

  boolean shares(UserId account) {
    return of(account).shares;
  }

  void arrived(UserId account) {
    of(account).left = null;
  }

  void left(UserId account, Span when) {
    Person person = of(account);
    person.left = person.shares ? when : null;
  }

  void runsOut(UserId account, Span when) {
    Person person = of(account);
    person.ranOut = person.shares ? when.later(person.ranOut) : null;
  }

  /** All rolls that run out have done so. */
  void ranOut(Predicate<UserId> here) {
    people.forEach(
        (account, person) -> {
          if (person.ranOut != null && !here.test(account)) {
            person.left = person.ranOut.later(person.left);
          }
          person.ranOut = null;
        });
  }

  void check(Presence offline) {
    Span expected = of(offline.account()).left;
    Long told = offline.lastSeenAt();
    assertEquals(expected == null, told == null, () -> "expected " + expected + ", told " + told);
    assertTrue(
        expected == null || (expected.from <= told && told <= expected.to),
        () -> "expected " + expected + ", told " + told);
  }

  private Person of(UserId account) {
    return people.computeIfAbsent(account, first -> new Person());
  }

  /** Something happened between these milliseconds. */
  record Span(long from, long to) {
    /** Around what is done; clocks of two processes may round otherwise. */
    static Span of(Runnable what) {
      long from = System.currentTimeMillis() - 1;
      what.run();
      return new Span(from, System.currentTimeMillis() + 1);
    }

    Span plus(long ms) {
      return new Span(from + ms, to + ms);
    }

    Span later(Span other) {
      return other == null ? this : new Span(Math.max(from, other.from), Math.max(to, other.to));
    }
  }

  private static final class Person {
    private long number;
    private long shared;
    private boolean shares;
    private Span left;
    private Span ranOut;
  }
}
