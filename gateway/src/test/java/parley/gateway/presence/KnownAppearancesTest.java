package parley.gateway.presence;

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

class KnownAppearancesTest {
  private final UserId ada = account();
  private final UserId grace = account();
  private final Map<UserId, PresenceState> present = Map.of(ada, AWAY, grace, ONLINE);
  private final KnownAppearances known = new KnownAppearances();

  @Test
  void nobodyIsToldOfBeforeItIsKnownHowTheyWantToAppear() {
    assertEquals(Map.of(), known.shown(present));
    assertEquals(Set.of(ada, grace), Set.copyOf(known.ask(present.keySet())));
    assertEquals(Map.of(), known.shown(present));
    known.answered(List.of(new Appearance(ada, AUTO, 3)));
    assertEquals(present, known.shown(present));
    assertEquals(List.of(), known.ask(present.keySet()));
  }

  @Test
  void theInvisibleAreNotToldOfAndTheBusyAreBusyAlsoWhileAway() {
    know(new Appearance(ada, PresenceMode.BUSY, 1), new Appearance(grace, INVISIBLE, 1));
    assertEquals(Map.of(ada, BUSY), known.shown(present));
  }

  @Test
  void theNewestChoiceCountsHoweverItCame() {
    know(new Appearance(ada, INVISIBLE, 5));
    assertFalse(known.learn(new Appearance(ada, AUTO, 4)));
    assertEquals(Map.of(grace, ONLINE), known.shown(present));
    assertTrue(known.learn(new Appearance(ada, AUTO, 6)));
    assertEquals(present, known.shown(present));
  }

  @Test
  void whatIsToldDuringAQuestionIsNotOverwrittenByItsAnswer() {
    known.ask(present.keySet());
    assertTrue(known.learn(new Appearance(ada, INVISIBLE, 2)));
    known.answered(List.of(new Appearance(ada, AUTO, 1)));
    assertEquals(Map.of(grace, ONLINE), known.shown(present));
  }

  @Test
  void whoComesBackIsAskedForAnew() {
    know(new Appearance(ada, AUTO, 1));
    known.shown(Map.of(grace, ONLINE));
    assertFalse(known.learn(new Appearance(ada, AUTO, 2)));
    assertEquals(Map.of(grace, ONLINE), known.shown(present));
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
    know(new Appearance(ada, INVISIBLE, 1));
    known.doubt();
    assertEquals(Map.of(grace, ONLINE), known.shown(present));
    assertEquals(Set.of(ada, grace), Set.copyOf(known.ask(present.keySet())));
    known.answered(List.of(new Appearance(ada, AUTO, 2)));
    assertEquals(present, known.shown(present));
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

  private void know(Appearance... appearances) {
    known.ask(present.keySet());
    known.answered(List.of(appearances));
  }

  private static UserId account() {
    return new UserId(UUID.randomUUID());
  }
}
