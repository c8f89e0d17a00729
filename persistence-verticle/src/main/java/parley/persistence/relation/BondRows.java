package parley.persistence.relation;

import io.vertx.sqlclient.Row;
import parley.contract.id.UserId;
import parley.contract.relation.Bond;
import parley.contract.relation.OpenTo;
import parley.persistence.feed.Labels;

/** Rows as bonds. A statement names the two accounts {@code me} and {@code you}. */
public final class BondRows {
  /** What is between the two, for the list of a select. */
  public static final String COLUMNS =
      """
      you.id as bond_account, me.open_to as bond_open_to, you.open_to as bond_other_open_to,
      exists (select 1 from relation where account = me.id and other = you.id
        and state = 'friends') as bond_friends,
      exists (select 1 from relation where blocked
        and (account, other) in ((me.id, you.id), (you.id, me.id))) as bond_blocked
      """;

  /**
   * Whether both belong to a room, where one row is asked for; looked for only if one of them is
   * open to people of the same room, because nothing is decided by it otherwise.
   */
  public static final String SHARE_ROOM =
      """
      case when 'rooms' in (me.open_to, you.open_to) then exists (
        select 1 from member mine join member yours on yours.conversation = mine.conversation
          and yours.account = you.id and yours.state = 'joined'
        join conversation shared on shared.id = mine.conversation and shared.kind <> 'direct'
        where mine.account = me.id and mine.state = 'joined'
      ) else false end as bond_share_room
      """;

  private BondRows() {}

  /** The bond in a row; null where there is none. */
  public static Bond read(Row row) {
    return row.getUUID("bond_account") == null
        ? null
        : new Bond(
            new UserId(row.getUUID("bond_account")),
            row.getBoolean("bond_friends"),
            row.getBoolean("bond_blocked"),
            Labels.read(OpenTo.class, row.getString("bond_open_to")),
            Labels.read(OpenTo.class, row.getString("bond_other_open_to")),
            row.getBoolean("bond_share_room"));
  }
}
