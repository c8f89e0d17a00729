package parley.presence;

import static parley.contract.presence.PresenceState.ONLINE;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import parley.bus.BusClient;
import parley.bus.ParleyBus;
import parley.contract.Caller;
import parley.contract.Catalog;
import parley.contract.id.GatewayId;
import parley.contract.id.RollId;
import parley.contract.id.UserId;
import parley.contract.presence.Appearance;
import parley.contract.presence.Presence;
import parley.contract.presence.PresenceChange;
import parley.contract.presence.PresenceChanged;
import parley.contract.presence.PresenceOperations;
import parley.contract.presence.PresenceState;
import parley.contract.presence.RenewWatches;
import parley.contract.presence.ReportRoll;
import parley.contract.presence.RollEntry;
import parley.contract.presence.RollReported;
import parley.testkit.bridge.Await;

/** The whole presence verticle on a bus, asked and heard as gateways do. */
final class PresenceRig implements AutoCloseable {
  static final Duration GATHER = Duration.ofMillis(50);
  static final Duration SWEEP = Duration.ofMillis(100);
  static final Duration TIMEOUT = Duration.ofMillis(500);
  static final long LONG_MS = 60_000;

  private final Vertx vertx = Vertx.vertx();
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final List<PresenceChange> told = new CopyOnWriteArrayList<>();
  private final BusClient bus;
  private final Redis redis;
  private final String deployment;

  /** What is known counts as complete at once. */
  PresenceRig(String redis) {
    this(redis, Duration.ZERO, 1);
  }

  PresenceRig(String redis, FakeAppearances appearances) {
    this(redis, Duration.ZERO, 1, appearances);
  }

  PresenceRig(String redis, Duration settle, int instances) {
    this(redis, settle, instances, new FakeAppearances(true));
  }

  private PresenceRig(String redis, Duration settle, int instances, FakeAppearances appearances) {
    ParleyBus.install(vertx, Catalog.core());
    appearances.serve(vertx);
    bus = new BusClient(vertx);
    this.redis = Redis.createClient(vertx, redis);
    vertx
        .eventBus()
        .addOutboundInterceptor(
            sent -> {
              if (sent.body() instanceof PresenceChanged changed) {
                told.addAll(changed.changes());
              }
              sent.next();
            });
    PresenceConfig config =
        new PresenceConfig(Optional.of(URI.create(redis)), TIMEOUT, settle, SWEEP, GATHER);
    deployment =
        Await.get(
            vertx.deployVerticle(
                () -> new PresenceVerticle(config, meters),
                new DeploymentOptions().setInstances(instances)));
  }

  /** Every change that was put on the bus, for whichever gateway. */
  List<PresenceChange> told() {
    return told;
  }

  /** What a counter stands at, by the name under which it is scraped. */
  double counted(String counter) {
    return meters.get(counter).counter().count();
  }

  /** Takes the verticles down, which tell what waits. */
  void undeploy() {
    Await.get(vertx.undeploy(deployment));
  }

  /** The names of the keys that are there. */
  List<String> keys(String pattern) {
    return redis(Command.KEYS, pattern).stream().map(Response::toString).toList();
  }

  /** The string at a key; null if there is none. */
  String value(String key) {
    Response value = redis(Command.GET, key);
    return value == null ? null : value.toString();
  }

  Response redis(Command command, String... arguments) {
    Request request = Request.cmd(command);
    Arrays.stream(arguments).forEach(request::arg);
    return Await.get(redis.send(request));
  }

  Heard listen(GatewayId gateway) {
    Heard heard = new Heard();
    Await.get(bus.listen(PresenceOperations.PRESENCE_CHANGED, gateway.toString(), heard::add));
    return heard;
  }

  RollReported report(
      RollId roll, long number, long holdsMs, List<UserId> arrived, List<UserId> left) {
    return report(new ReportRoll(roll, number, holdsMs, entries(ONLINE, arrived), left));
  }

  RollReported report(ReportRoll report) {
    return Await.get(bus.request(PresenceOperations.REPORT_ROLL, report, caller()));
  }

  /** They are there in this way, by a report that holds for long. */
  RollReported arriveAs(PresenceState state, RollId roll, long number, UserId... accounts) {
    return arriveAs(state, roll, number, LONG_MS, accounts);
  }

  RollReported arriveAs(
      PresenceState state, RollId roll, long number, long holdsMs, UserId... accounts) {
    List<RollEntry> entries = entries(state, List.of(accounts));
    return report(new ReportRoll(roll, number, holdsMs, entries, List.of()));
  }

  private static List<RollEntry> entries(PresenceState state, List<UserId> accounts) {
    return accounts.stream().map(account -> new RollEntry(account, state, 0)).toList();
  }

  RollReported arrive(RollId roll, long number, UserId... accounts) {
    return report(roll, number, LONG_MS, List.of(accounts), List.of());
  }

  RollReported leave(RollId roll, long number, UserId... accounts) {
    return report(roll, number, LONG_MS, List.of(), List.of(accounts));
  }

  /** Tells all processes what was chosen. */
  void tell(Appearance chosen) {
    bus.tell(PresenceOperations.APPEARANCE_CHANGED, chosen);
  }

  /** What is known of an account, which the gateway watches then. */
  Presence presence(GatewayId gateway, UserId account) {
    return presences(gateway, List.of(account)).get(account);
  }

  Map<UserId, Presence> presences(GatewayId gateway, List<UserId> accounts) {
    return states(gateway, LONG_MS, accounts).stream()
        .collect(Collectors.toMap(Presence::account, presence -> presence));
  }

  Map<UserId, PresenceState> watch(GatewayId gateway, UserId... accounts) {
    return watch(gateway, LONG_MS, Arrays.asList(accounts));
  }

  Map<UserId, PresenceState> watch(GatewayId gateway, long holdsMs, List<UserId> accounts) {
    return states(gateway, holdsMs, accounts).stream()
        .collect(Collectors.toMap(Presence::account, Presence::state));
  }

  private List<Presence> states(GatewayId gateway, long holdsMs, List<UserId> accounts) {
    RenewWatches request = new RenewWatches(gateway, holdsMs, accounts);
    return Await.get(bus.request(PresenceOperations.RENEW_WATCHES, request, caller())).states();
  }

  static GatewayId gateway() {
    return new GatewayId(UUID.randomUUID());
  }

  static RollId roll() {
    return new RollId(UUID.randomUUID());
  }

  static UserId account() {
    return new UserId(UUID.randomUUID());
  }

  static List<UserId> accounts(int count) {
    return IntStream.range(0, count).mapToObj(i -> account()).toList();
  }

  private static Caller caller() {
    return Caller.process("test", Duration.ofSeconds(2));
  }

  @Override
  public void close() {
    Await.get(vertx.close());
  }
}
