package parley.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.contract.BusFailure;
import parley.contract.Caller;
import parley.contract.Catalog;
import parley.contract.Deadline;
import parley.contract.FailureCode;
import parley.contract.Operation;
import parley.contract.conversation.ConversationOperations;
import parley.contract.conversation.MarkRead;
import parley.contract.conversation.ReadMarked;
import parley.contract.feed.FeedOperations;
import parley.contract.feed.Heads;
import parley.contract.id.ConversationId;
import parley.contract.id.SessionId;
import parley.contract.id.UserId;

class BusTest {
  private static final Operation<MarkRead, ReadMarked> MARK = ConversationOperations.MARK_READ;
  private static final MarkRead REQUEST =
      new MarkRead(ConversationId.of("0191b5a0-0000-7000-8000-0000000000c1"), 4);
  private static final Caller CALLER =
      new Caller(
          UserId.of("0191b5a0-0000-7000-8000-0000000000a1"),
          SessionId.of("0191b5a0-0000-7000-8000-0000000000d1"),
          "request-1",
          Deadline.in(Duration.ofSeconds(3)));

  private Vertx vertx;
  private BusClient client;

  @BeforeEach
  void start() {
    vertx = Vertx.vertx();
    ParleyBus.install(vertx, Catalog.core());
    client = new BusClient(vertx);
  }

  @AfterEach
  void stop() throws Exception {
    await(vertx.close());
  }

  @Test
  void answersWithWhatTheHandlerReturned() throws Exception {
    serve((request, caller) -> Future.succeededFuture(new ReadMarked(request.readOrdinal())));
    assertEquals(new ReadMarked(4), await(client.request(MARK, REQUEST, CALLER)));
  }

  @Test
  void recordsTravelByReferenceWithinAProcess() throws Exception {
    CompletableFuture<MarkRead> seen = new CompletableFuture<>();
    ReadMarked reply = new ReadMarked(4);
    serve(
        (request, caller) -> {
          seen.complete(request);
          return Future.succeededFuture(reply);
        });
    assertSame(reply, await(client.request(MARK, REQUEST, CALLER)));
    assertSame(REQUEST, seen.get(5, TimeUnit.SECONDS));
  }

  @Test
  void theCallerIsStampedAndRead() throws Exception {
    CompletableFuture<Caller> seen = new CompletableFuture<>();
    serve(
        (request, caller) -> {
          seen.complete(caller);
          return Future.succeededFuture(new ReadMarked(4));
        });
    await(client.request(MARK, REQUEST, CALLER));
    Caller caller = seen.get(5, TimeUnit.SECONDS);
    assertEquals(CALLER.account(), caller.user());
    assertEquals(CALLER.session(), caller.session());
    assertEquals("request-1", caller.requestId());
    assertTrue(caller.deadline().remaining().compareTo(Duration.ofSeconds(3)) <= 0);
    assertTrue(caller.deadline().remaining().compareTo(Duration.ofSeconds(1)) > 0);
  }

  @Test
  void aProcessHasNoAccount() throws Exception {
    CompletableFuture<Caller> seen = new CompletableFuture<>();
    serve(
        (request, caller) -> {
          seen.complete(caller);
          return Future.succeededFuture(new ReadMarked(4));
        });
    await(client.request(MARK, REQUEST, Caller.process("beat", Duration.ofSeconds(1))));
    Caller caller = seen.get(5, TimeUnit.SECONDS);
    assertNull(caller.account());
    BusFailure failure = assertThrows(BusFailure.class, caller::user);
    assertEquals(FailureCode.FORBIDDEN, failure.code());
  }

  @Test
  void aHandlerThatThrowsAnswersInternalAtOnce() throws Exception {
    serve(
        (request, caller) -> {
          throw new IllegalStateException("deliberate");
        });
    long begin = System.nanoTime();
    assertEquals(FailureCode.INTERNAL, refusal(client.request(MARK, REQUEST, CALLER)).code());
    assertTrue(System.nanoTime() - begin < TimeUnit.SECONDS.toNanos(2), "not by time-out");
  }

  @Test
  void theTextOfAnExceptionNeverCrossesTheBus() throws Exception {
    serve((request, caller) -> Future.failedFuture(new IllegalStateException("deliberate secret")));
    ReplyException raw =
        (ReplyException) causeOf(vertx.eventBus().request(MARK.address(), REQUEST));
    assertEquals(FailureCode.INTERNAL.number(), raw.failureCode());
    assertEquals("INTERNAL", raw.getMessage());
  }

  @Test
  void aDeclaredRefusalArrivesAsItIs() throws Exception {
    serve((request, caller) -> Future.failedFuture(BusFailure.of(FailureCode.NOT_A_MEMBER)));
    assertEquals(FailureCode.NOT_A_MEMBER, refusal(client.request(MARK, REQUEST, CALLER)).code());
  }

  @Test
  void aGenericCodeNeedsNoDeclaration() throws Exception {
    serve((request, caller) -> Future.failedFuture(BusFailure.of(FailureCode.FORBIDDEN)));
    assertEquals(FailureCode.FORBIDDEN, refusal(client.request(MARK, REQUEST, CALLER)).code());
  }

  @Test
  void anUndeclaredCodeIsAFaultOfTheHandler() throws Exception {
    serve((request, caller) -> Future.failedFuture(BusFailure.of(FailureCode.NAME_TAKEN)));
    assertEquals(FailureCode.INTERNAL, refusal(client.request(MARK, REQUEST, CALLER)).code());
  }

  @Test
  void theFieldOfMalformedCrossesTheBus() throws Exception {
    serve((request, caller) -> Future.failedFuture(BusFailure.malformed("content.text")));
    BusFailure failure = refusal(client.request(MARK, REQUEST, CALLER));
    assertEquals(FailureCode.MALFORMED, failure.code());
    assertEquals("content.text", failure.field());
  }

  @Test
  void jsonIsDecodedStrictly() throws Exception {
    serve((request, caller) -> Future.succeededFuture(new ReadMarked(request.readOrdinal())));
    JsonObject good =
        new JsonObject()
            .put("conversation", REQUEST.conversation().toString())
            .put("readOrdinal", 7);
    assertEquals(new ReadMarked(7), await(vertx.eventBus().request(MARK.address(), good)).body());
    JsonObject bad = good.copy().put("more", 1);
    ReplyException refused =
        (ReplyException) causeOf(vertx.eventBus().request(MARK.address(), bad));
    assertEquals(FailureCode.MALFORMED.number(), refused.failureCode());
    assertEquals("MALFORMED more", refused.getMessage());
  }

  @Test
  void aBodyThatIsNoRequestIsMalformed() throws Exception {
    serve((request, caller) -> Future.succeededFuture(new ReadMarked(1)));
    ReplyException refused = (ReplyException) causeOf(vertx.eventBus().request(MARK.address(), 17));
    assertEquals(FailureCode.MALFORMED.number(), refused.failureCode());
  }

  @Test
  void nobodyListeningIsUnavailable() throws Exception {
    assertEquals(FailureCode.UNAVAILABLE, refusal(client.request(MARK, REQUEST, CALLER)).code());
  }

  @Test
  void noAnswerBeforeTheDeadlineIsUnavailable() throws Exception {
    serve((request, caller) -> Promise.<ReadMarked>promise().future());
    Caller hasty = Caller.process("hasty", Duration.ofMillis(50));
    assertEquals(FailureCode.UNAVAILABLE, refusal(client.request(MARK, REQUEST, hasty)).code());
  }

  @Test
  void aRequestThatNobodyAwaitsAnyMoreIsNotSent() throws Exception {
    List<String> seen = new CopyOnWriteArrayList<>();
    serve(
        (request, caller) -> {
          seen.add(caller.requestId());
          return Future.succeededFuture(new ReadMarked(4));
        });
    Caller late = Caller.process("late", Duration.ZERO);
    assertEquals(FailureCode.UNAVAILABLE, refusal(client.request(MARK, REQUEST, late)).code());
    await(client.request(MARK, REQUEST, CALLER));
    assertEquals(List.of("request-1"), seen);
  }

  @Test
  void anUnknownNumberIsTreatedByItsThousand() throws Exception {
    int[] numbers = {1999, 2999, 3999, 17};
    FailureCode[] codes = {
      FailureCode.FORBIDDEN,
      FailureCode.UNAVAILABLE,
      FailureCode.SIGNED_OUT,
      FailureCode.UNAVAILABLE
    };
    vertx
        .eventBus()
        .<MarkRead>consumer(
            MARK.address(),
            message -> message.fail(numbers[(int) message.body().readOrdinal()], "NEWER"));
    for (int i = 0; i < numbers.length; i++) {
      MarkRead request = new MarkRead(REQUEST.conversation(), i);
      assertEquals(codes[i], refusal(client.request(MARK, request, CALLER)).code());
    }
  }

  @Test
  void aReplyOfTheWrongKindIsAFault() throws Exception {
    vertx.eventBus().consumer(MARK.address(), message -> message.reply(REQUEST));
    assertEquals(FailureCode.INTERNAL, refusal(client.request(MARK, REQUEST, CALLER)).code());
  }

  @Test
  void aReplyUnderANewerNameIsReadByItsContent() throws Exception {
    vertx
        .eventBus()
        .consumer(
            MARK.address(),
            message ->
                message.reply(
                    new RawJson("ReadMarkedV2", "{\"readOrdinal\":4,\"since\":1}"),
                    new DeliveryOptions()));
    assertEquals(new ReadMarked(4), await(client.request(MARK, REQUEST, CALLER)));
  }

  @Test
  void aSignalReachesEveryListener() throws Exception {
    CompletableFuture<Heads> one = new CompletableFuture<>();
    CompletableFuture<Heads> other = new CompletableFuture<>();
    await(client.listen(FeedOperations.HEADS, one::complete));
    await(client.listen(FeedOperations.HEADS, other::complete));
    vertx.eventBus().publish(FeedOperations.HEADS.address(), new JsonObject());
    Heads heads = new Heads(List.of());
    client.tell(FeedOperations.HEADS, heads);
    assertSame(heads, one.get(5, TimeUnit.SECONDS));
    assertSame(heads, other.get(5, TimeUnit.SECONDS));
  }

  @Test
  void aSignalToOneProcessReachesThatProcessOnly() throws Exception {
    CompletableFuture<Heads> meant = new CompletableFuture<>();
    CompletableFuture<Heads> other = new CompletableFuture<>();
    await(client.listen(FeedOperations.HEADS, "one", meant::complete));
    await(client.listen(FeedOperations.HEADS, "another", other::complete));
    Heads heads = new Heads(List.of());
    client.tell(FeedOperations.HEADS, "one", heads);
    client.tell(FeedOperations.HEADS, "nobody", heads);
    client.tell(FeedOperations.HEADS, "another", new Heads(List.of()));
    assertSame(heads, meant.get(5, TimeUnit.SECONDS));
    assertNotSame(heads, other.get(5, TimeUnit.SECONDS));
  }

  private void serve(Handling<MarkRead, ReadMarked> handling) throws Exception {
    await(new BusServer(vertx.eventBus()).serve(MARK, handling));
  }

  private static BusFailure refusal(Future<?> future) throws Exception {
    return (BusFailure) causeOf(future);
  }

  private static Throwable causeOf(Future<?> future) {
    return assertThrows(ExecutionException.class, () -> await(future)).getCause();
  }

  private static <T> T await(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }
}
