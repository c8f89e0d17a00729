package parley.bus;

import java.util.ArrayList;
import java.util.List;
import parley.contract.Json;
import parley.contract.Topic;
import parley.contract.conversation.MemberState;
import parley.contract.feed.Item;
import parley.contract.feed.MemberItem;
import parley.contract.feed.MessageItem;
import parley.contract.feed.Range;
import parley.contract.id.UserId;

/**
 * An event on its way to the sockets that listen, already in the browser's JSON.
 *
 * @param address the logical address, such as {@code conversation.….events}
 * @param after begin of the range; {@link #UNNUMBERED} for events of a topic without numbers
 * @param through end of the range
 * @param removed the account whose membership ended with the number {@code through}, or null
 * @param oldest the lowest {@code posted} of its messages, or {@link #NO_MESSAGE}
 * @param json for a range its items, joined by commas and without brackets; else the event
 */
public record Delivery(
    String address, long after, long through, UserId removed, long oldest, String json) {
  /** In place of a number where events have none. */
  public static final long UNNUMBERED = -1;

  /** In place of the lowest number of a message where there is none. */
  public static final long NO_MESSAGE = Long.MAX_VALUE;

  /** Without any message. */
  public Delivery(String address, long after, long through, UserId removed, String json) {
    this(address, after, through, removed, NO_MESSAGE, json);
  }

  /** Encodes an event; a range as its pieces, the items one by one, so that they can be joined. */
  public static <E> List<Delivery> of(Topic<E> topic, String id, E event) {
    return event instanceof Range range
        ? of(topic.address(id), range)
        : List.of(
            new Delivery(topic.address(id), UNNUMBERED, UNNUMBERED, null, Json.encode(event)));
  }

  /**
   * Encodes a range, cut behind every item that ends a membership: who is removed gets the piece
   * that says so and nothing of the next.
   */
  public static List<Delivery> of(String address, Range range) {
    List<Delivery> pieces = new ArrayList<>();
    StringBuilder items = new StringBuilder();
    long after = range.after();
    long oldest = NO_MESSAGE;
    for (Item item : range.items()) {
      items.append(items.isEmpty() ? "" : ",").append(Json.encode(item));
      if (item instanceof MessageItem message) {
        oldest = Math.min(oldest, message.posted());
      }
      if (item instanceof MemberItem member && member.state() != MemberState.JOINED) {
        pieces.add(
            new Delivery(
                address, after, member.changed(), member.account(), oldest, items.toString()));
        after = member.changed();
        oldest = NO_MESSAGE;
        items.setLength(0);
      }
    }
    if (after < range.through()) {
      pieces.add(new Delivery(address, after, range.through(), null, oldest, items.toString()));
    }
    return pieces;
  }

  /** Whether it belongs to a feed, and so has a place in an order. */
  public boolean numbered() {
    return after != UNNUMBERED;
  }

  /** Leaves the content out: it may hold message text. */
  @Override
  public String toString() {
    return "Delivery[" + address + " (" + after + ", " + through + "]]";
  }
}
