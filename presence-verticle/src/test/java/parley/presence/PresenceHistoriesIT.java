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
import parley.contract.presence.PresenceState;
import parley.contract.presence.ReportRoll;
import parley.contract.presence.RollEntry;
import parley.contract.presence.RollReported;
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
    private final List<UserId> people = PresenceRig.accounts(40);
    private final List<ModelRoll> rolls = new ArrayList<>();
    private final Map<GatewayId, Heard> heard = new LinkedHashMap<>();
    private final Map<GatewayId, Map<UserId, PresenceState>> firstAnswers = new HashMap<>();

    History(PresenceRig rig, Random random) {
      this.rig = rig;
      this.random = random;
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
      } else {
        report(pick(rolls), PresenceRig.LONG_MS);
      }
    }

    void letSomeRollsRunOut() {
      List<ModelRoll> ending = List.copyOf(rolls.subList(0, 1 + random.nextInt(rolls.size())));
      ending.forEach(roll -> report(roll, HOLDS_MS));
      rolls.removeAll(ending);
      // Some of their people come elsewhere while the old roll still holds, or just after.
      for (int i = 0; i < 20; i++) {
        step();
      }
      Await.until(
          "rolls that ran out are gone",
          () -> rig.keys("presence:states:*:number").size() == rolls.size());
    }

    void check() {
      Map<UserId, PresenceState> model = new HashMap<>();
      people.forEach(account -> model.put(account, state(account)));
      assertEquals(model, rig.watch(PresenceRig.gateway(), PresenceRig.LONG_MS, people));
      rig.undeploy();
      heard.forEach((gateway, told) -> checkView(firstAnswers.get(gateway), told, model));
    }

    private void checkView(
        Map<UserId, PresenceState> view, Heard told, Map<UserId, PresenceState> model) {
      Map<UserId, PresenceState> expected = new HashMap<>(model);
      expected.keySet().retainAll(view.keySet());
      Await.until("a gateway knows " + expected, () -> updated(view, told).equals(expected));
    }

    private static Map<UserId, PresenceState> updated(Map<UserId, PresenceState> view, Heard told) {
      Map<UserId, PresenceState> updated = new HashMap<>(view);
      updated.putAll(told.newest());
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

    private void report(ModelRoll roll, long holdsMs) {
      long number = roll.last.number() + 1 + random.nextInt(12);
      send(roll, new ReportRoll(roll.id, number, holdsMs, entries(4), some(6)));
    }

    private void send(ModelRoll roll, ReportRoll report) {
      report.arrived().forEach(entry -> roll.accounts.put(entry.account(), entry.state()));
      report.left().forEach(roll.accounts::remove);
      roll.older = roll.last;
      roll.last = report;
      assertEquals(new RollReported(true, roll.accounts.size()), ask(report));
    }

    /** The last report again, or one from before it: neither changes anything. */
    private void repeat() {
      ModelRoll roll = pick(rolls);
      ReportRoll again = random.nextBoolean() && roll.older != null ? roll.older : roll.last;
      assertEquals(new RollReported(true, roll.accounts.size()), ask(again));
    }

    private RollReported ask(ReportRoll report) {
      return rig.report(report);
    }

    private void watch() {
      GatewayId gateway = pick(List.copyOf(heard.keySet()));
      List<UserId> accounts = some(10);
      if (!accounts.isEmpty()) {
        Map<UserId, PresenceState> told = rig.watch(gateway, PresenceRig.LONG_MS, accounts);
        told.forEach((account, state) -> firstAnswers.get(gateway).putIfAbsent(account, state));
      }
    }

    private List<RollEntry> entries(int most) {
      return some(most).stream()
          .map(account -> new RollEntry(account, pick(STRONGEST_FIRST)))
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
