package parley.gateway.presence;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.contract.presence.PresenceMode.AUTO;
import static parley.contract.presence.PresenceMode.INVISIBLE;
import static parley.contract.presence.PresenceState.AWAY;
import static parley.contract.presence.PresenceState.BUSY;
import static parley.contract.presence.PresenceState.ONLINE;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import parley.contract.id.UserId;
import parley.contract.presence.Appearance;
import parley.contract.presence.PresenceMode;
import parley.contract.presence.PresenceState;
import parley.contract.presence.ReadAppearances;
import parley.contract.presence.RollEntry;

class KnownAppearancesTest {
  private final UserId ada = account();
  private final UserId grace = account();
  private final Map<UserId, PresenceState> present = Map.of(ada, AWAY, grace, ONLINE);
  private final KnownAppearances known = new KnownAppearances();

  @Test
  void nobodyIsToldOfBeforeItIsKnownHowTheyWantToAppear() {
    assertEquals(Map.of(), shown());
    assertEquals(Set.of(ada, grace), Set.copyOf(known.ask(present.keySet())));
    assertEquals(Map.of(), shown());
    known.answered(List.of(new Appearance(ada, AUTO, false, 3)));
    assertEquals(present, shown());
    assertEquals(List.of(), known.ask(present.keySet()));
  }

  @Test
  void theInvisibleAreNotToldOfAndTheBusyAreBusyAlsoWhileAway() {
    know(
        new Appearance(ada, PresenceMode.BUSY, false, 1),
        new Appearance(grace, INVISIBLE, false, 1));
    assertEquals(Map.of(ada, BUSY), shown());
  }

  @Test
  void theNewestChoiceCountsHoweverItCame() {
    know(new Appearance(ada, INVISIBLE, false, 5));
    assertFalse(known.learn(new Appearance(ada, AUTO, false, 4)));
    assertEquals(Map.of(grace, ONLINE), shown());
    assertTrue(known.learn(new Appearance(ada, AUTO, false, 6)));
    assertEquals(present, shown());
  }

  @Test
  void whatIsToldDuringAQuestionIsNotOverwrittenByItsAnswer() {
    known.ask(present.keySet());
    assertTrue(known.learn(new Appearance(ada, INVISIBLE, false, 2)));
    known.answered(List.of(new Appearance(ada, AUTO, false, 1)));
    assertEquals(Map.of(grace, ONLINE), shown());
  }

  @Test
  void whoComesBackIsAskedForAnew() {
    know(new Appearance(ada, AUTO, false, 1));
    known.shown(Map.of(grace, ONLINE));
    assertFalse(known.learn(new Appearance(ada, AUTO, false, 2)));
    assertEquals(Map.of(grace, ONLINE), shown());
    assertEquals(List.of(ada), known.ask(present.keySet()));
  }

  @Test
  void oneQuestionAtATimeAndAgainIfItWasNotAnswered() {
    assertEquals(2, known.ask(present.keySet()).size());
    assertEquals(List.of(), known.ask(present.keySet()));
    known.unanswered();
    assertEquals(2, known.ask(present.keySet()).size());
  }

  @Test
  void whatIsDoubtfulCountsUntilItIsAnswered() {
    know(new Appearance(ada, INVISIBLE, false, 1));
    known.doubt();
    assertEquals(Map.of(grace, ONLINE), shown());
    assertEquals(Set.of(ada, grace), Set.copyOf(known.ask(present.keySet())));
    known.answered(List.of(new Appearance(ada, AUTO, false, 2)));
    assertEquals(present, shown());
    assertEquals(List.of(), known.ask(present.keySet()));
  }

  @Test
  void manyAreAskedForInSeveralQuestions() {
    Map<UserId, PresenceState> many = new HashMap<>();
    for (int i = 0; i < ReadAppearances.MAX + 1; i++) {
      many.put(account(), ONLINE);
    }
    Set<UserId> asked = new HashSet<>();
    for (int size : new int[] {ReadAppearances.MAX, 1, 0}) {
      List<UserId> question = known.ask(many.keySet());
      assertEquals(size, question.size());
      asked.addAll(question);
      known.answered(List.of());
    }
    assertEquals(many.keySet(), asked);
  }

  @Test
  void whoSharesSaysByWhichChoice() {
    know(new Appearance(ada, AUTO, true, 4), new Appearance(grace, INVISIBLE, true, 2));
    assertEquals(Map.of(ada, new RollEntry(ada, AWAY, 4)), known.shown(present));
    known.learn(new Appearance(ada, AUTO, false, 5));
    assertEquals(Map.of(ada, new RollEntry(ada, AWAY, 0)), known.shown(present));
  }

  private Map<UserId, PresenceState> shown() {
    return known.shown(present).values().stream()
        .collect(toMap(RollEntry::account, RollEntry::state));
  }

  private void know(Appearance... appearances) {
    known.ask(present.keySet());
    known.answered(List.of(appearances));
  }

  private static UserId account() {
    return new UserId(UUID.randomUUID());
  }
}
