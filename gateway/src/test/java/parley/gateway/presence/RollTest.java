package parley.gateway.presence;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.contract.presence.PresenceState.AWAY;
import static parley.contract.presence.PresenceState.BUSY;
import static parley.contract.presence.PresenceState.ONLINE;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import parley.contract.id.RollId;
import parley.contract.id.UserId;
import parley.contract.presence.PresenceState;
import parley.contract.presence.ReportRoll;
import parley.contract.presence.RollEntry;
import parley.contract.presence.RollReported;

class RollTest {
  private static final long HOLDS_MS = 15_000;
  private static final List<PresenceState> STATES = List.of(ONLINE, AWAY, BUSY);

  private final UserId ada = account();
  private final UserId grace = account();
  private final Roll roll = new Roll(HOLDS_MS);

  @Test
  void tellsWhoCameAndWhoLeftAndNothingTwice() {
    ReportRoll first = roll.next(online(ada, grace), false).orElseThrow();
    assertEquals(1, first.number());
    assertEquals(online(ada, grace), entries(first));
    assertTrue(roll.answered(new RollReported(true, 2)));
    assertEquals(Optional.empty(), roll.next(online(ada, grace), false));
    ReportRoll second = roll.next(online(grace), false).orElseThrow();
    assertEquals(List.of(ada), second.left());
    assertEquals(List.of(), second.arrived());
    assertEquals(2, second.number());
    assertEquals(first.roll(), second.roll());
  }

  @Test
  void tellsWhoIsThereInAnotherWayAndNothingElse() {
    report(online(ada, grace), new RollReported(true, 2));
    ReportRoll second =
        report(present(entry(ada, AWAY), entry(grace, ONLINE)), new RollReported(true, 2));
    assertEquals(List.of(entry(ada, AWAY)), second.arrived());
    assertEquals(List.of(), second.left());
    ReportRoll third = report(present(entry(ada, BUSY)), new RollReported(true, 1));
    assertEquals(List.of(entry(ada, BUSY)), third.arrived());
    assertEquals(List.of(grace), third.left());
  }

  @Test
  void tellsWhoSharesWhenTheyWereHereAndByWhichChoice() {
    report(online(ada), new RollReported(true, 1));
    RollEntry shared = new RollEntry(ada, ONLINE, 7);
    ReportRoll second = report(present(shared), new RollReported(true, 1));
    assertEquals(List.of(shared), second.arrived());
    assertEquals(Optional.empty(), roll.next(present(shared), false));
  }

  @Test
  void isKeptByAnEmptyReport() {
    ReportRoll empty = roll.next(Map.of(), true).orElseThrow();
    assertEquals(new ReportRoll(empty.roll(), 1, HOLDS_MS, List.of(), List.of()), empty);
  }

  @Test
  void repeatsUnchangedWhatWasNotAnswered() {
    ReportRoll first = roll.next(online(ada), false).orElseThrow();
    assertSame(first, roll.next(online(grace), true).orElseThrow());
  }

  @Test
  void isBegunAnewWhenPresenceHasLostIt() {
    ReportRoll first = report(online(ada), new RollReported(true, 1));
    ReportRoll lost = report(online(ada, grace), new RollReported(false, 0));
    assertEquals(first.roll(), lost.roll());
    ReportRoll anew = roll.next(online(ada, grace), false).orElseThrow();
    assertNotEquals(first.roll(), anew.roll());
    assertEquals(1, anew.number());
    assertEquals(online(ada, grace), entries(anew));
  }

  @Test
  void isBegunAnewWhenPresenceCountsOtherwise() {
    roll.next(online(ada), false);
    assertFalse(roll.answered(new RollReported(true, 2)));
    assertEquals(online(ada), entries(roll.next(online(ada), false).orElseThrow()));
  }

  @Test
  void tellsManyInSeveralReports() {
    Map<UserId, RollEntry> many = new HashMap<>();
    for (int i = 0; i < 2 * ReportRoll.MAX + 1; i++) {
      UserId one = account();
      many.put(one, entry(one, i % 2 == 0 ? ONLINE : AWAY));
    }
    Map<UserId, RollEntry> told = new HashMap<>();
    for (int size : new int[] {ReportRoll.MAX, 2 * ReportRoll.MAX, 2 * ReportRoll.MAX + 1}) {
      told.putAll(entries(report(many, new RollReported(true, size))));
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
      Map<UserId, RollEntry> present = new HashMap<>();
      for (int step = 0; step < 60; step++) {
        UserId one = people.get(random.nextInt(people.size()));
        RollEntry entry =
            new RollEntry(one, STATES.get(random.nextInt(STATES.size())), random.nextInt(2));
        if (entry.equals(present.put(one, entry))) {
          present.remove(one);
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
      Roll roll, Register register, Map<UserId, RollEntry> present, boolean answerArrives) {
    Optional<ReportRoll> report = roll.next(Map.copyOf(present), true);
    RollReported answer = register.report(report.orElseThrow());
    if (answerArrives) {
      roll.answered(answer);
    }
  }

  private ReportRoll report(Map<UserId, RollEntry> present, RollReported answer) {
    ReportRoll report = roll.next(present, false).orElseThrow();
    roll.answered(answer);
    return report;
  }

  private static Map<UserId, RollEntry> online(UserId... accounts) {
    return present(
        Arrays.stream(accounts).map(account -> entry(account, ONLINE)).toArray(RollEntry[]::new));
  }

  private static Map<UserId, RollEntry> present(RollEntry... entries) {
    return Arrays.stream(entries).collect(toMap(RollEntry::account, entry -> entry));
  }

  private static RollEntry entry(UserId account, PresenceState state) {
    return new RollEntry(account, state, 0);
  }

  private static Map<UserId, RollEntry> entries(ReportRoll report) {
    return report.arrived().stream().collect(toMap(RollEntry::account, entry -> entry));
  }

  private static UserId account() {
    return new UserId(UUID.randomUUID());
  }

  /** Presence, as far as it keeps rolls. */
  private static final class Register {
    private final Map<RollId, Map<UserId, RollEntry>> rolls = new HashMap<>();
    private RollId last;

    RollReported report(ReportRoll report) {
      if (report.number() > 1 && !rolls.containsKey(report.roll())) {
        return new RollReported(false, 0);
      }
      last = report.roll();
      Map<UserId, RollEntry> accounts =
          rolls.computeIfAbsent(report.roll(), absent -> new HashMap<>());
      accounts.putAll(entries(report));
      report.left().forEach(accounts::remove);
      return new RollReported(true, accounts.size());
    }
  }
}
