package parley.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import parley.contract.feed.MessageItem;
import parley.contract.id.ConversationId;
import parley.contract.message.HistoryPage;
import parley.contract.message.MessageOperations;
import parley.contract.message.ReadHistory;
import parley.testkit.bridge.Await;
import parley.testkit.bridge.BridgeClient;
import parley.testkit.bridge.Person;

/**
 * A room with two people who listen at both gateways, and with a third who listens at one; all of
 * them must see what was acknowledged, once, in one order.
 */
public final class Audience implements AutoCloseable {
  private static final Duration ARRIVAL = Duration.ofSeconds(20);
  private static final int PAGE = 100;

  private final ConversationId room;
  private final Map<String, BridgeClient> listeners = new LinkedHashMap<>();

  /**
   * Gathers them.
   *
   * @param people who; the first opens the room
   * @param connect how somebody reaches a gateway, 1 or 2
   */
  public Audience(
      String name, List<Person> people, BiFunction<Person, Integer, BridgeClient> connect) {
    for (Person person : people) {
      boolean last = person.equals(people.get(people.size() - 1));
      for (int gateway = 1; gateway <= (last ? 1 : 2); gateway++) {
        listeners.put(person.username() + "@" + gateway, connect.apply(person, gateway));
      }
    }
    room = Talk.createRoom(socket(people.get(0), 1), name);
    people.stream().skip(1).forEach(person -> Talk.join(socket(person, 1), room));
    listeners.values().forEach(listener -> Talk.listen(listener, room));
  }

  public ConversationId room() {
    return room;
  }

  /** Starts to write over one of the sockets that listen. */
  public Sender write(Person person, int gateway, int count) {
    return Sender.start(socket(person, gateway), room, person.username(), count);
  }

  /** Everybody, and the history, holds exactly what was acknowledged, in the order of posting. */
  public void agreeOn(Sender... senders) {
    List<MessageItem> expected =
        Stream.of(senders)
            .flatMap(sender -> sender.acknowledged().stream())
            .sorted(Comparator.comparing(MessageItem::posted))
            .toList();
    listeners.forEach((who, listener) -> agree(who, listener, expected));
    assertEquals(expected, history(), "history");
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(i + 1, expected.get(i).ordinal(), "every message counts once");
    }
  }

  @Override
  public void close() {
    listeners.values().forEach(BridgeClient::close);
  }

  private void agree(String who, BridgeClient listener, List<MessageItem> expected) {
    Await.until(
        who + " has heard everything",
        ARRIVAL,
        () -> Talk.messages(listener, room).size() >= expected.size());
    assertEquals(expected, Talk.messages(listener, room), who);
  }

  private List<MessageItem> history() {
    BridgeClient reader = listeners.values().iterator().next();
    List<MessageItem> all = new ArrayList<>();
    Long before = null;
    HistoryPage page;
    do {
      page = reader.ask(MessageOperations.READ_HISTORY, new ReadHistory(room, before, PAGE));
      all.addAll(0, page.messages());
      before = all.get(0).posted();
    } while (page.more());
    return all;
  }

  private BridgeClient socket(Person person, int gateway) {
    return listeners.get(person.username() + "@" + gateway);
  }
}
