package parley.launcher.delivery;

import java.util.List;
import java.util.Map;

/**
 * What the server says when all is quiet.
 *
 * @param heads of all feeds, from the tables
 * @param rows all messages, from the tables, ordered by conversation and {@code posted}
 * @param fresh by user name and feed: what somebody who knows nothing reads of it
 */
record Truth(
    Map<String, Long> heads, List<Row> rows, Map<String, Map<String, Map<String, Note>>> fresh) {

  /**
   * A message in the table.
   *
   * @param conversation the name of its feed
   * @param text what it said at first, the id that its writer gave it; of a deleted message the id
   *     that stands beside it
   * @param said all that it says, or {@link Note#DELETED}
   */
  record Row(
      String conversation,
      long posted,
      long ordinal,
      String sender,
      String clientId,
      String text,
      String said) {}
}
