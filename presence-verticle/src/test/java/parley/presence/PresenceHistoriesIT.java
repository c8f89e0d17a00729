package parley.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.contract.id.GatewayId;
import parley.contract.id.RollId;
import parley.contract.id.UserId;
import parley.contract.presence.Appearance;
import parley.contract.presence.Presence;
import parley.contract.presence.PresenceMode;
import parley.contract.presence.PresenceState;
import parley.contract.presence.ReportRoll;
import parley.contract.presence.RollEntry;
import parley.contract.presence.RollReported;
import parley.presence.SeenModel.Span;
import parley.testkit.bridge.Await;
import parley.testkit.servers.RedisExtension;

/**
 * Random histories against a model: what renewing tells is the model, and who only listens after
 * the first answer knows the same in the end. A failing history is named by its seed.
 */
class PresenceHistoriesIT {
  @RegisterExtension static final RedisExtension REDIS = RedisExtension.shared();

  private static final int STEPS = 150;
  private static final int PERIODS = 3;
  private static final long HOLDS_MS = 1_000;
  private static final List<PresenceState> STRONGEST_FIRST =
      List.of(PresenceState.BUSY, PresenceState.ONLINE, PresenceState.AWAY);

  @AfterEach
  void empty() {
    REDIS.flush();
  }

  static Stream<Long> seeds() {
    return Stream.of(1L, 2L, System.nanoTime());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatIsToldIsTheModel(long seed) {
    try (PresenceRig rig = new PresenceRig(REDIS.uri(), Duration.ZERO, 2)) {
      History history = new History(rig, new Random(seed));
      for (int period = 0; period < PERIODS; period++) {
        for (int step = 0; step < STEPS; step++) {
          history.step();
        }
        history.letSomeRollsRunOut();
      }
      history.check();
    }
  }

  /** A gateway's roll as the model knows it, with the last report for repeating it. */
  private static final class ModelRoll {
    final RollId id = PresenceRig.roll();
    final Map<UserId, PresenceState> accounts = new HashMap<>();
    ReportRoll last;
    ReportRoll older;
  }

  private static final class History {
    private final PresenceRig rig;
    private final Random random;
    private final SeenModel seen;
    private final List<UserId> people = PresenceRig.accounts(40);
    private final List<ModelRoll> rolls = new ArrayList<>();
    private final Map<GatewayId, Heard> heard = new LinkedHashMap<>();
    private final Map<GatewayId, Map<UserId, Presence>> firstAnswers = new HashMap<>();
    private boolean someRunOut;

    History(PresenceRig rig, Random random) {
      this.rig = rig;
      this.random = random;
      this.seen = new SeenModel(random);
      for (int i = 0; i < 3; i++) {
        GatewayId gateway = PresenceRig.gateway();
        heard.put(gateway, rig.listen(gateway));
        firstAnswers.put(gateway, new HashMap<>());
      }
    }

    void step() {
      int dice = random.nextInt(20);
      if (rolls.size() < 2 || (dice == 0 && rolls.size() < 6)) {
        begin();
      } else if (dice < 4) {
        watch();
      } else if (dice < 6) {
        repeat();
      } else if (dice < 9) {
        choose();
      } else {
        report(pick(rolls), PresenceRig.LONG_MS);
      }
    }

    void letSomeRollsRunOut() {
      List<ModelRoll> ending = List.copyOf(rolls.subList(0, 1 + random.nextInt(rolls.size())));
      for (ModelRoll roll : ending) {
        Span reported = report(roll, HOLDS_MS);
        roll.accounts.keySet().forEach(one -> seen.runsOut(one, reported.plus(HOLDS_MS)));
      }
      rolls.removeAll(ending);
      someRunOut = true;
      // Some of their people come elsewhere while the old roll still holds, or just after.
      for (int i = 0; i < 20; i++) {
        step();
      }
      Await.until(
          "rolls that ran out are gone",
          () -> rig.keys("presence:states:*:number").size() == rolls.size());
      someRunOut = false;
      seen.ranOut(account -> state(account).isThere());
    }

    void check() {
      Map<UserId, PresenceState> model = new HashMap<>();
      people.forEach(account -> model.put(account, state(account)));
      Map<UserId, Presence> known = rig.presences(PresenceRig.gateway(), people);
      Map<UserId, PresenceState> states = new HashMap<>();
      known.forEach((account, presence) -> states.put(account, presence.state()));
      assertEquals(model, states);
      known.values().stream().filter(one -> !one.state().isThere()).forEach(seen::check);
      rig.undeploy();
      heard.forEach((gateway, told) -> checkView(firstAnswers.get(gateway), told, known));
    }

    private void checkView(Map<UserId, Presence> view, Heard told, Map<UserId, Presence> known) {
      Map<UserId, Presence> expected = new HashMap<>(known);
      expected.keySet().retainAll(view.keySet());
      Await.until("a gateway knows " + expected, () -> updated(view, told).equals(expected));
    }

    private static Map<UserId, Presence> updated(Map<UserId, Presence> view, Heard told) {
      Map<UserId, Presence> updated = new HashMap<>(view);
      updated.putAll(told.newestPresences());
      return updated;
    }

    private PresenceState state(UserId account) {
      return rolls.stream()
          .map(roll -> roll.accounts.get(account))
          .filter(Objects::nonNull)
          .min(Comparator.comparing(STRONGEST_FIRST::indexOf))
          .orElse(PresenceState.OFFLINE);
    }

    private void begin() {
      ModelRoll roll = new ModelRoll();
      rolls.add(roll);
      send(roll, new ReportRoll(roll.id, 1, PresenceRig.LONG_MS, entries(8), List.of()));
    }

    private Span report(ModelRoll roll, long holdsMs) {
      long number = roll.last.number() + 1 + random.nextInt(12);
      List<RollEntry> arrived = entries(4);
      List<UserId> stay = arrived.stream().map(RollEntry::account).toList();
      List<UserId> left = some(6).stream().filter(one -> !stay.contains(one)).toList();
      return send(roll, new ReportRoll(roll.id, number, holdsMs, arrived, left));
    }

    private Span send(ModelRoll roll, ReportRoll report) {
      roll.older = roll.last;
      roll.last = report;
      return apply(roll, report);
    }

    private Span apply(ModelRoll roll, ReportRoll report) {
      report.arrived().forEach(entry -> roll.accounts.put(entry.account(), entry.state()));
      report.arrived().forEach(entry -> seen.arrived(entry.account()));
      List<UserId> left =
          report.left().stream().filter(one -> roll.accounts.remove(one) != null).toList();
      Span when = ask(roll, report);
      left.stream()
          .filter(account -> !state(account).isThere())
          .forEach(account -> seen.left(account, when));
      return when;
    }

    /** The last report again, or one from before it: neither changes who is there. */
    private void repeat() {
      ModelRoll roll = pick(rolls);
      if (random.nextBoolean() && roll.older != null) {
        ask(roll, roll.older);
      } else {
        apply(roll, roll.last);
      }
    }

    private Span ask(ModelRoll roll, ReportRoll report) {
      RollReported kept = new RollReported(true, roll.accounts.size());
      return Span.of(() -> assertEquals(kept, rig.report(report)));
    }

    /** Somebody ends sharing, or shares again while nowhere; not while rolls run out. */
    private void choose() {
      UserId account = pick(people);
      boolean shares = !seen.shares(account);
      if (someRunOut || (shares && state(account).isThere())) {
        return;
      }
      long number = seen.choose(account, shares);
      rig.tell(new Appearance(account, PresenceMode.AUTO, shares, number));
      Await.until(
          "it is known that nothing is shared",
          () -> shares || ("0:" + number).equals(rig.value("presence:seen:" + account)));
    }

    private void watch() {
      GatewayId gateway = pick(List.copyOf(heard.keySet()));
      List<UserId> accounts = some(10);
      if (!accounts.isEmpty()) {
        Map<UserId, Presence> told = rig.presences(gateway, accounts);
        told.forEach((account, known) -> firstAnswers.get(gateway).putIfAbsent(account, known));
      }
    }

    private List<RollEntry> entries(int most) {
      return some(most).stream()
          .map(account -> new RollEntry(account, pick(STRONGEST_FIRST), seen.claim(account)))
          .toList();
    }

    private List<UserId> some(int most) {
      return Stream.generate(() -> pick(people))
          .limit(random.nextInt(most + 1))
          .distinct()
          .toList();
    }

    private <T> T pick(List<T> from) {
      return from.get(random.nextInt(from.size()));
    }
  }
}
