package parley.persistence.conversation;

import io.vertx.sqlclient.Row;
import parley.contract.conversation.MemberState;
import parley.contract.conversation.Role;
import parley.contract.id.UserId;
import parley.persistence.feed.Labels;
import parley.persistence.feed.LockedFeed;

/**
 * One account's place in a conversation, read after both feeds were locked.
 *
 * @param user the account's feed
 * @param state the state of the membership; null for who never belonged to it
 * @param role the role of the membership, or null
 * @param visibleFrom messages posted before this number are not for the account
 * @param joined how many conversations the account belongs to
 */
record Seat(
    UserId account, LockedFeed user, MemberState state, Role role, long visibleFrom, long joined) {

  static Seat of(UserId account, LockedFeed user, Row row) {
    String state = row.getString("state");
    return new Seat(
        account,
        user,
        state == null ? null : Labels.read(MemberState.class, state),
        state == null ? null : Labels.read(Role.class, row.getString("role")),
        state == null ? 0 : row.getLong("visible_from"),
        row.getLong("joined"));
  }

  /** Whether the account is an owner now. */
  boolean owns() {
    return state == MemberState.JOINED && role == Role.OWNER;
  }
}
