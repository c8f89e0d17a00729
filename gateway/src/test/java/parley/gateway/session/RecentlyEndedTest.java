package parley.gateway.session;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import parley.contract.id.SessionId;

class RecentlyEndedTest {
  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);
  private final RecentlyEnded ended = new RecentlyEnded(Duration.ofMinutes(6), clock::get);

  @Test
  void remembersAnEndOnce() {
    SessionId session = session();

    assertFalse(ended.contains(session));
    assertTrue(ended.add(session));
    assertFalse(ended.add(session));
    assertTrue(ended.contains(session));
  }

  @Test
  void forgetsAfterTheLastAccessTokenAndNotBefore() {
    SessionId session = session();
    ended.add(session);

    clock.addAndGet(Duration.ofMinutes(6).toNanos());
    ended.add(session());
    assertTrue(ended.contains(session));

    clock.addAndGet(1);
    ended.add(session());
    assertFalse(ended.contains(session));
  }

  @Test
  void makesRoomByForgettingTheOldest() {
    SessionId first = session();
    SessionId second = session();
    ended.add(first);
    ended.add(second);
    for (int i = 1; i < RecentlyEnded.MAX; i++) {
      ended.add(session());
    }

    assertFalse(ended.contains(first));
    assertTrue(ended.contains(second));
  }

  private static SessionId session() {
    return new SessionId(UUID.randomUUID());
  }
}
