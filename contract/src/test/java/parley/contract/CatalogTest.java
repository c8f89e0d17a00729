package parley.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import parley.contract.conversation.ListConversations;
import parley.contract.conversation.ListRooms;
import parley.contract.feed.FeedOperations;
import parley.contract.feed.Item;
import parley.contract.feed.Range;
import parley.contract.generated.Messages;
import parley.contract.message.ReadHistory;

/** What every declaration of the catalogue has to keep. */
class CatalogTest {
  private static final Set<String> CONTEXTS = Set.of("chat", "gateway", "presence", "persistence");
  private final Catalog catalog = Catalog.core();

  @Test
  void everyAddressBelongsToAContext() {
    for (Operation<?, ?> operation : catalog.operations()) {
      String context = operation.address().substring(0, operation.address().indexOf('.'));
      assertTrue(CONTEXTS.contains(context), operation.address());
    }
  }

  @Test
  void everyNameOnTheBusIsDeclaredOnce() {
    Set<String> seen = new HashSet<>();
    Stream.of(
            catalog.operations().stream().map(Operation::address),
            catalog.topics().stream().map(Topic::form),
            catalog.signals().stream().map(Signal::address))
        .flatMap(names -> names)
        .forEach(name -> assertTrue(seen.add(name), "declared twice: " + name));
  }

  @Test
  void refusesAnAddressDeclaredTwice() {
    CatalogPart part = () -> List.of(FeedOperations.READ_FEED);
    assertThrows(IllegalArgumentException.class, () -> Catalog.of(List.of(part, part)));
  }

  @Test
  void refusesTwoMessagesOfOneName() {
    record Range() {}
    CatalogPart other =
        () -> List.of(Operation.named("chat.other.read").request(Range.class).reply(Range.class));
    assertThrows(
        IllegalArgumentException.class, () -> Catalog.of(List.of(new FeedOperations(), other)));
  }

  @Test
  void refusesNamesThatAreNotWellFormed() {
    for (String address : List.of("chat.message", "Chat.message.send", "chat.message.{id}", "")) {
      assertThrows(IllegalArgumentException.class, () -> Operation.named(address), address);
    }
    assertThrows(IllegalArgumentException.class, () -> Topic.named("conversation.events"));
    assertThrows(
        IllegalArgumentException.class, () -> new Signal<>("session.{id}", "", Range.class));
  }

  @Test
  void everyOperationHasASummaryAndRecords() {
    for (Operation<?, ?> operation : catalog.operations()) {
      assertTrue(operation.summary().endsWith("."), operation + ": " + operation.summary());
      assertTrue(operation.request().isRecord(), operation.address());
      assertTrue(operation.reply().isRecord(), operation.address());
      assertTrue(operation.deadline().compareTo(Duration.ofSeconds(30)) < 0, operation.address());
    }
  }

  @Test
  void everyTopicHasASummaryAndAnAuthority() {
    for (Topic<?> topic : catalog.topics()) {
      assertTrue(topic.summary().endsWith("."), topic.form());
      assertNotNull(topic.authorisedBy(), topic.form());
      assertTrue(catalog.operations().contains(topic.authorisedBy()), topic.form());
      assertEquals("a-1", topic.idIn(topic.address("a-1")).orElseThrow());
      for (String none : List.of("a.b", "a b", "", "x".repeat(65))) {
        assertThrows(IllegalArgumentException.class, () -> topic.address(none), none);
        assertTrue(topic.idIn(topic.form().replace("{id}", none)).isEmpty(), none);
      }
    }
  }

  @Test
  void refusalsAreTheOnesThatAreNotGeneric() {
    for (Operation<?, ?> operation : catalog.operations()) {
      for (FailureCode refusal : operation.refusals()) {
        assertTrue(!refusal.generic(), operation + " declares generic " + refusal);
        assertTrue(operation.mayFailWith(refusal));
      }
    }
  }

  @Test
  void browsersNeverMeetARefusalThatIsMeantForVerticles() {
    for (Operation<?, ?> operation : catalog.operations()) {
      if (operation.exposure() == Exposure.BROWSER) {
        assertTrue(!operation.refusals().contains(FailureCode.STALE), operation.address());
      }
    }
  }

  @Test
  void onlyOperationsMarkedForBrowsersPassTheGate() {
    assertTrue(catalog.openToBrowsers("chat.message.send").isPresent());
    assertTrue(catalog.openToBrowsers("persistence.message.append").isEmpty());
    assertTrue(catalog.openToBrowsers("chat.nothing.here").isEmpty());
    assertTrue(catalog.openToBrowsers("gateway.deliveries").isEmpty());
  }

  @Test
  void everyMessageAndComponentIsExplained() {
    List<String> silent = new ArrayList<>();
    for (Class<?> type : Messages.of(catalog)) {
      explained(silent, type.getSimpleName(), type.getAnnotation(Doc.class));
      Arrays.stream(type.getRecordComponents())
          .forEach(
              component ->
                  explained(
                      silent,
                      type.getSimpleName() + "." + component.getName(),
                      component.getAnnotation(Doc.class)));
    }
    assertEquals(List.of(), silent);
  }

  private static void explained(List<String> silent, String name, Doc doc) {
    if (doc == null || !doc.value().endsWith(".")) {
      silent.add(name);
    }
  }

  @Test
  void everyMessageAndEveryItemHasAFixture() {
    Set<String> written =
        Fixture.valid().stream().map(f -> f.type().getSimpleName()).collect(Collectors.toSet());
    Set<String> wanted = new HashSet<>(catalog.messages().keySet());
    Arrays.stream(Item.class.getPermittedSubclasses())
        .map(Class::getSimpleName)
        .forEach(wanted::add);
    wanted.removeAll(written);
    assertEquals(Set.of(), wanted);
  }

  @Test
  void boundsOfPagesFitTheFramesTheyTravelIn() {
    for (int bound :
        List.of(
            Range.MAX_ITEMS,
            ReadHistory.MAX_LIMIT,
            ListRooms.MAX_LIMIT,
            ListConversations.MAX_LIMIT)) {
      assertTrue(bound >= 50 && bound <= 200, "a page of " + bound);
    }
  }

  @Test
  void failureNumbersAreUniqueAndFollowTheirThousand() {
    Set<Integer> numbers = new HashSet<>();
    for (FailureCode code : FailureCode.values()) {
      assertTrue(numbers.add(code.number()), code.name());
      assertTrue(code.number() / 1000 >= 1 && code.number() / 1000 <= 3, code.name());
      assertEquals(code, FailureCode.of(code.number()).orElseThrow());
    }
    assertEquals(FailureCode.duty(2000), FailureCode.duty(2999));
  }
}
