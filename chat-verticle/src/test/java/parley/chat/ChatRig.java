package parley.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import parley.bus.BusClient;
import parley.bus.ParleyBus;
import parley.contract.BusFailure;
import parley.contract.Caller;
import parley.contract.Catalog;
import parley.contract.Deadline;
import parley.contract.FailureCode;
import parley.contract.Operation;
import parley.contract.conversation.ConversationKind;
import parley.contract.conversation.ConversationOperations;
import parley.contract.conversation.ConversationSummary;
import parley.contract.conversation.MemberState;
import parley.contract.conversation.Policy;
import parley.contract.conversation.Preferences;
import parley.contract.conversation.Role;
import parley.contract.conversation.Standing;
import parley.contract.feed.FeedId;
import parley.contract.feed.Range;
import parley.contract.id.ConversationId;
import parley.contract.id.SessionId;
import parley.contract.id.UserId;

/** A deployed chat context on a bus of its own, before a persistence that the test speaks for. */
final class ChatRig {
  static final ConversationId ROOM = ConversationId.of("0191b5a0-0000-7000-8000-0000000000c1");
  static final UserId ADA = UserId.of("0191b5a0-0000-7000-8000-0000000000a1");
  static final UserId GRACE = UserId.of("0191b5a0-0000-7000-8000-0000000000a2");
  static final Range ROOM_RANGE = new Range(FeedId.of(ROOM), 4, 6, List.of());
  static final Range ADA_RANGE = new Range(FeedId.of(ADA), 1, 2, List.of());
  static final ConversationSummary SUMMARY =
      new ConversationSummary(
          ROOM,
          ConversationKind.ROOM,
          "Engines",
          null,
          2,
          Role.MEMBER,
          6,
          0,
          0,
          null,
          null,
          Policy.OPEN,
          0,
          Preferences.DEFAULT,
          null);
  private static final SessionId SESSION = SessionId.of("0191b5a0-0000-7000-8000-0000000000d1");

  final FakePersistence persistence = new FakePersistence();
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final List<Object> onTheBus = new CopyOnWriteArrayList<>();
  private final Vertx vertx = Vertx.vertx();
  private final BusClient client = new BusClient(vertx);

  ChatRig() throws Exception {
    ParleyBus.install(vertx, Catalog.core());
    await(vertx.deployVerticle(new ChatVerticle(new ChatConfig(3), meters)));
    vertx
        .eventBus()
        .addOutboundInterceptor(
            sending -> {
              onTheBus.add(sending.body());
              sending.next();
            });
  }

  /** A rig whose persistence can be reached. */
  static ChatRig withPersistence() throws Exception {
    ChatRig rig = new ChatRig();
    await(rig.persistence.start(rig.vertx));
    return rig;
  }

  /** What the caller is to the room. */
  void standing(MemberState state) {
    Role role = state == null ? null : Role.MEMBER;
    persistence.answers(
        ConversationOperations.READ_STANDING,
        request -> new Standing(ConversationKind.ROOM, state, role, Policy.OPEN, 0, 7, 41));
  }

  /** The caller is a member of the room. */
  void standing(Role role, Policy policy, long visibleFrom) {
    persistence.answers(
        ConversationOperations.READ_STANDING,
        request ->
            new Standing(
                ConversationKind.ROOM, MemberState.JOINED, role, policy, visibleFrom, 7, 41));
  }

  /** The caller belongs to a conversation of this kind. */
  void standing(ConversationKind kind, Role role) {
    persistence.answers(
        ConversationOperations.READ_STANDING,
        request -> new Standing(kind, MemberState.JOINED, role, Policy.OPEN, 0, 7, 41));
  }

  <Q, A> A ask(Operation<Q, A> operation, Q request, UserId as) throws Exception {
    return await(client.request(operation, request, caller(as)));
  }

  <Q> void assertRefused(FailureCode code, Operation<Q, ?> operation, Q request, UserId as) {
    assertEquals(code, refusal(operation, request, as).code());
  }

  <Q> BusFailure refusal(Operation<Q, ?> operation, Q request, UserId as) {
    ExecutionException refused =
        assertThrows(ExecutionException.class, () -> ask(operation, request, as));
    return assertInstanceOf(BusFailure.class, refused.getCause());
  }

  /** Where the first body of this kind stands in the order of what was put on the bus. */
  int placeOf(Class<?> body) {
    return onTheBus.indexOf(onTheBus.stream().filter(body::isInstance).findFirst().orElseThrow());
  }

  /** All bodies of this kind that were put on the bus, in order. */
  <B> List<B> bodies(Class<B> kind) {
    return onTheBus.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** How many bodies of this kind were put on the bus; deliveries are texts. */
  long countOf(Class<?> body) {
    return onTheBus.stream().filter(body::isInstance).count();
  }

  double counted(String name, String... tags) {
    return meters.get(name).tags(tags).counter().count();
  }

  private static Caller caller(UserId account) {
    return new Caller(account, SESSION, "test", Deadline.in(Duration.ofSeconds(5)));
  }

  private static <T> T await(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  /** Ends the bus and everything on it. */
  void close() throws Exception {
    await(vertx.close());
  }
}
