package parley.gateway.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import parley.contract.id.RollId;
import parley.contract.id.UserId;
import parley.contract.presence.ReportRoll;
import parley.contract.presence.RollReported;

class RollTest {
  private static final long HOLDS_MS = 15_000;

  private final UserId ada = account();
  private final UserId grace = account();
  private final Roll roll = new Roll(HOLDS_MS);

  @Test
  void tellsWhoCameAndWhoLeftAndNothingTwice() {
    ReportRoll first = roll.next(Set.of(ada, grace), false).orElseThrow();
    assertEquals(1, first.number());
    assertEquals(Set.of(ada, grace), Set.copyOf(first.arrived()));
    assertTrue(roll.answered(new RollReported(true, 2)));
    assertEquals(Optional.empty(), roll.next(Set.of(ada, grace), false));
    ReportRoll second = roll.next(Set.of(grace), false).orElseThrow();
    assertEquals(List.of(ada), second.left());
    assertEquals(List.of(), second.arrived());
    assertEquals(2, second.number());
    assertEquals(first.roll(), second.roll());
  }

  @Test
  void isKeptByAnEmptyReport() {
    ReportRoll empty = roll.next(Set.of(), true).orElseThrow();
    assertEquals(new ReportRoll(empty.roll(), 1, HOLDS_MS, List.of(), List.of()), empty);
  }

  @Test
  void repeatsUnchangedWhatWasNotAnswered() {
    ReportRoll first = roll.next(Set.of(ada), false).orElseThrow();
    assertSame(first, roll.next(Set.of(grace), true).orElseThrow());
  }

  @Test
  void isBegunAnewWhenPresenceHasLostIt() {
    ReportRoll first = report(Set.of(ada), new RollReported(true, 1));
    ReportRoll lost = report(Set.of(ada, grace), new RollReported(false, 0));
    assertEquals(first.roll(), lost.roll());
    ReportRoll anew = roll.next(Set.of(ada, grace), false).orElseThrow();
    assertNotEquals(first.roll(), anew.roll());
    assertEquals(1, anew.number());
    assertEquals(Set.of(ada, grace), Set.copyOf(anew.arrived()));
  }

  @Test
  void isBegunAnewWhenPresenceCountsOtherwise() {
    roll.next(Set.of(ada), false);
    assertFalse(roll.answered(new RollReported(true, 2)));
    assertEquals(List.of(ada), roll.next(Set.of(ada), false).orElseThrow().arrived());
  }

  @Test
  void tellsManyInSeveralReports() {
    Set<UserId> many = new HashSet<>();
    for (int i = 0; i < 2 * ReportRoll.MAX + 1; i++) {
      many.add(account());
    }
    Set<UserId> told = new HashSet<>();
    for (int size : new int[] {ReportRoll.MAX, 2 * ReportRoll.MAX, 2 * ReportRoll.MAX + 1}) {
      told.addAll(report(many, new RollReported(true, size)).arrived());
    }
    assertEquals(many, told);
    assertEquals(Optional.empty(), roll.next(many, false));
  }

  /** Answers get lost and presence loses rolls; after some quiet reports both sides agree. */
  @Test
  void endsUpTellingExactlyWhoIsPresent() {
    for (long seed = 1; seed <= 200; seed++) {
      Random random = new Random(seed);
      Roll told = new Roll(HOLDS_MS);
      Register register = new Register();
      List<UserId> people = List.of(account(), account(), account(), account(), account());
      Set<UserId> present = new HashSet<>();
      for (int step = 0; step < 60; step++) {
        UserId one = people.get(random.nextInt(people.size()));
        if (!present.remove(one)) {
          present.add(one);
        }
        if (random.nextInt(10) == 0) {
          register.rolls.clear();
        }
        exchange(told, register, present, random.nextInt(4) > 0);
      }
      for (int quiet = 0; quiet < 4; quiet++) {
        exchange(told, register, present, true);
      }
      assertEquals(present, register.rolls.get(register.last), "seed " + seed);
    }
  }

  private static void exchange(
      Roll roll, Register register, Set<UserId> present, boolean answerArrives) {
    Optional<ReportRoll> report = roll.next(Set.copyOf(present), true);
    RollReported answer = register.report(report.orElseThrow());
    if (answerArrives) {
      roll.answered(answer);
    }
  }

  private ReportRoll report(Set<UserId> present, RollReported answer) {
    ReportRoll report = roll.next(present, false).orElseThrow();
    roll.answered(answer);
    return report;
  }

  private static UserId account() {
    return new UserId(UUID.randomUUID());
  }

  /** Presence, as far as it keeps rolls. */
  private static final class Register {
    private final Map<RollId, Set<UserId>> rolls = new HashMap<>();
    private RollId last;

    RollReported report(ReportRoll report) {
      if (report.number() > 1 && !rolls.containsKey(report.roll())) {
        return new RollReported(false, 0);
      }
      last = report.roll();
      Set<UserId> accounts = rolls.computeIfAbsent(report.roll(), absent -> new HashSet<>());
      accounts.addAll(report.arrived());
      report.left().forEach(accounts::remove);
      return new RollReported(true, accounts.size());
    }
  }
}
