package parley.bus;

import parley.contract.Json;
import parley.contract.Topic;
import parley.contract.conversation.MemberState;
import parley.contract.feed.Item;
import parley.contract.feed.MemberItem;
import parley.contract.feed.Range;
import parley.contract.id.UserId;

/**
 * An event on its way to the sockets that listen, already in the browser's JSON.
 *
 * @param address the logical address, such as {@code conversation.….events}
 * @param after begin of the range; {@link #UNNUMBERED} for events of a topic without numbers
 * @param through end of the range
 * @param removed the account whose membership ended within the range, or null; a range carries one
 *     removal at most
 * @param json for a range its items, joined by commas and without brackets; else the event
 */
public record Delivery(String address, long after, long through, UserId removed, String json) {
  /** In place of a number where events have none. */
  public static final long UNNUMBERED = -1;

  /** Encodes an event; the items of a range one by one, so that ranges can be joined unparsed. */
  public static <E> Delivery of(Topic<E> topic, String id, E event) {
    return event instanceof Range range
        ? of(topic.address(id), range)
        : new Delivery(topic.address(id), UNNUMBERED, UNNUMBERED, null, Json.encode(event));
  }

  /** A range at its logical address. */
  public static Delivery of(String address, Range range) {
    StringBuilder items = new StringBuilder();
    UserId removed = null;
    for (Item item : range.items()) {
      items.append(items.isEmpty() ? "" : ",").append(Json.encode(item));
      if (item instanceof MemberItem member && member.state() != MemberState.JOINED) {
        removed = member.account();
      }
    }
    return new Delivery(address, range.after(), range.through(), removed, items.toString());
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
