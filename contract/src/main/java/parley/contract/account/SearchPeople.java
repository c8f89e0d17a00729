package parley.contract.account;

import parley.contract.Bounds;
import parley.contract.Check;
import parley.contract.Doc;

@Doc("Asks for people; who has exactly this user name comes first.")
public record SearchPeople(
    @Doc(
            "Beginnings of words of the user name or of the name to show, without regard to case and accents; 2 to 60 UTF-16 units.")
        @Bounds(least = MIN_QUERY, most = MAX_QUERY)
        String query,
    @Doc("The most people wanted, 1 to 20.") @Bounds(least = 1, most = MAX_LIMIT) int limit) {
  /** The most people in one answer. */
  public static final int MAX_LIMIT = 20;

  /** UTF-16 units. */
  public static final int MIN_QUERY = 2;

  /** UTF-16 units. */
  public static final int MAX_QUERY = Profile.MAX_DISPLAY_NAME;

  public SearchPeople {
    query = Check.line("query", query, MIN_QUERY, MAX_QUERY);
    Check.within("limit", limit, 1, MAX_LIMIT);
  }
}
