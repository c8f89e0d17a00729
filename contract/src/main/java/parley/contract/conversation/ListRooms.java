package parley.contract.conversation;

import parley.contract.Bounds;
import parley.contract.Check;
import parley.contract.Doc;

@Doc("Asks for public rooms, ordered by name.")
public record ListRooms(
    @Doc(
            value =
                "Only rooms with a word of the name that begins like this; at most 60 UTF-16 units.",
            optional = true)
        @Bounds(most = CreateRoom.MAX_NAME)
        String query,
    @Doc(value = "The cursor that ended the page before.", optional = true)
        @Bounds(most = MAX_CURSOR)
        String after,
    @Doc("The most rooms wanted, 1 to 100.") @Bounds(least = 1, most = MAX_LIMIT) int limit) {
  /** The most rooms on a page. */
  public static final int MAX_LIMIT = 100;

  /** UTF-16 units of a cursor; its content is the business of who made it. */
  public static final int MAX_CURSOR = 600;

  public ListRooms {
    query = Check.optionalLine("query", query, CreateRoom.MAX_NAME);
    after = Check.optionalLine("after", after, MAX_CURSOR);
    Check.within("limit", limit, 1, MAX_LIMIT);
  }
}
