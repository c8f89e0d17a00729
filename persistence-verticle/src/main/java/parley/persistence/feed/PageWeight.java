package parley.persistence.feed;

import java.nio.charset.StandardCharsets;
import java.util.List;
import parley.contract.Json;
import parley.contract.feed.Item;
import parley.contract.feed.MessageItem;
import parley.contract.message.Content;
import parley.contract.message.Reaction;
import parley.contract.message.TextContent;

/**
 * How much fits on a page: items by count, and text by length, so that an answer stays far below
 * what may wait for a socket. One item always fits.
 */
public final class PageWeight {
  /** UTF-16 units of text. */
  static final int MAX_UNITS = 48 * 1024;

  /** UTF-8 bytes of JSON: with all that is around it a frame stays below 64 KiB. */
  static final int MAX_BYTES = 56 * 1024;

  /** What naming an account takes. */
  private static final int UNITS_NAMED = 40;

  private PageWeight() {}

  /** How many of the first items fit. */
  public static int fitting(List<? extends Item> items, int most) {
    int units = 0;
    int count = 0;
    for (Item item : items) {
      units += units(item);
      if (count == most || (count > 0 && units > MAX_UNITS)) {
        return count;
      }
      count++;
    }
    return count;
  }

  /** How many of the first records fit, by what they weigh as JSON; one always does. */
  public static int fittingAsJson(List<? extends Record> records, int most) {
    int bytes = 0;
    int count = 0;
    for (Record one : records) {
      if (count == most) {
        return count;
      }
      bytes += Json.encode(one).getBytes(StandardCharsets.UTF_8).length + 1;
      if (count > 0 && bytes > MAX_BYTES) {
        return count;
      }
      count++;
    }
    return count;
  }

  private static int units(Item item) {
    return item instanceof MessageItem message
        ? units(message.content()) + units(message.reactions())
        : 0;
  }

  private static int units(List<Reaction> reactions) {
    return reactions == null
        ? 0
        : reactions.stream().mapToInt(one -> UNITS_NAMED * one.accounts().size()).sum();
  }

  private static int units(Content content) {
    return content instanceof TextContent text ? text.text().length() : 0;
  }
}
