package parley.gateway.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static parley.contract.presence.PresenceState.OFFLINE;
import static parley.contract.presence.PresenceState.ONLINE;
import static parley.contract.presence.PresenceState.UNKNOWN;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.contract.id.UserId;
import parley.contract.presence.Presence;
import parley.contract.presence.PresenceChange;
import parley.contract.presence.PresenceState;

class WatchListTest {
  private static final long HOLDS = 30;

  private final UserId ada = new UserId(UUID.randomUUID());
  private final WatchList list = new WatchList(HOLDS);

  @BeforeEach
  void watch() {
    list.begin(ada);
  }

  @Test
  void whatIsAnsweredIsNewsOnce() {
    assertEquals(news(ONLINE), answered(ONLINE, 0));
    assertEquals(List.of(), answered(ONLINE, 1));
    assertEquals(news(OFFLINE), answered(OFFLINE, 2));
  }

  @Test
  void aToldChangeIsNewsOnce() {
    assertEquals(Optional.of(presence(ONLINE)), told(ONLINE, 5));
    assertEquals(Optional.empty(), told(ONLINE, 6));
    assertEquals(Optional.of(presence(OFFLINE)), told(OFFLINE, 7));
  }

  @Test
  void whenSomebodyWasLastHereIsNewsToo() {
    Presence since = new Presence(ada, OFFLINE, 5L);
    answered(OFFLINE, 0);
    assertEquals(Optional.of(since), list.changed(new PresenceChange(since, 7), 0));
    assertEquals(List.of(), list.answered(list.ask(), List.of(since), 1));
    assertEquals(news(OFFLINE), answered(OFFLINE, 2));
  }

  @Test
  void ofTwoChangesTheNewerCountsWhicheverComesLast() {
    told(OFFLINE, 7);
    assertEquals(Optional.empty(), told(ONLINE, 6));
    assertEquals(List.of(), answered(OFFLINE, 1));
  }

  @Test
  void anAnswerDoesNotCountWhereAChangeWasToldSinceTheQuestion() {
    long question = list.ask();
    told(ONLINE, 5);
    assertEquals(List.of(), list.answered(question, news(OFFLINE), 1));
    assertEquals(news(OFFLINE), answered(OFFLINE, 2), "the next question finds what was lost");
  }

  @Test
  void notKnowingTakesNothingFromWhatIsKnown() {
    assertEquals(news(UNKNOWN), answered(UNKNOWN, 0));
    answered(ONLINE, 1);
    assertEquals(List.of(), answered(UNKNOWN, 2));
    assertEquals(List.of(), answered(ONLINE, 3));
  }

  @Test
  void withoutAnyAnswerNothingIsKnown() {
    assertEquals(news(UNKNOWN), list.unanswered(List.of(ada), 0));
    assertEquals(List.of(), list.unanswered(List.of(ada), 1));
  }

  @Test
  void whatNobodyConfirmsCountsForAWhile() {
    answered(ONLINE, 100);
    assertEquals(List.of(), list.unanswered(List.of(ada), 100 + HOLDS - 1));
    assertEquals(news(UNKNOWN), list.unanswered(List.of(ada), 100 + HOLDS));
    assertEquals(news(ONLINE), answered(ONLINE, 200));
  }

  @Test
  void whatIsNotWatchedIsNoNews() {
    list.end(ada);
    assertEquals(Optional.empty(), told(ONLINE, 5));
    assertEquals(List.of(), answered(ONLINE, 0));
    assertEquals(List.of(), list.unanswered(List.of(ada), 0));
    assertEquals(List.of(), list.accounts());
  }

  private List<Presence> answered(PresenceState state, long now) {
    return list.answered(list.ask(), news(state), now);
  }

  private Optional<Presence> told(PresenceState state, long at) {
    return list.changed(new PresenceChange(presence(state), at), 0);
  }

  private List<Presence> news(PresenceState state) {
    return List.of(presence(state));
  }

  private Presence presence(PresenceState state) {
    return new Presence(ada, state);
  }
}
