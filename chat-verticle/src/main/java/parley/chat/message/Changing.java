package parley.chat.message;

import java.util.List;
import parley.chat.conversation.Membership;
import parley.chat.relation.Reachability;
import parley.contract.FailureCode;
import parley.contract.conversation.ConversationKind;
import parley.contract.conversation.Role;
import parley.contract.conversation.Standing;
import parley.contract.feed.Range;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;
import parley.contract.message.DeleteMessage;
import parley.contract.message.EditMessage;
import parley.contract.message.MessageStored;
import parley.contract.message.SetReaction;
import parley.contract.message.StoreDeletion;
import parley.contract.message.StoreEdit;
import parley.contract.message.StoreReaction;

/**
 * Who may change a stored message. Whose message it is never changes and is known to persistence,
 * which refuses another's unless it is said here that it may be.
 */
final class Changing {
  private Changing() {}

  /**
   * The edit of an own message, to whoever may write there now; refused as {@link Posting} does.
   */
  static StoreEdit edit(UserId account, Standing standing, EditMessage request) {
    Membership member = Posting.writer(standing);
    return new StoreEdit(account, request, member.visibleFrom(), member.policyVersion());
  }

  /**
   * The deletion of an own message, to every member, also to who may not write any more; moderators
   * and owners delete anybody's. {@link FailureCode#NOT_A_MEMBER} to anybody else.
   */
  static StoreDeletion delete(UserId account, Standing standing, DeleteMessage request) {
    Membership member = Membership.of(standing);
    boolean anyones = standing.kind() != ConversationKind.DIRECT && member.role() != Role.MEMBER;
    return new StoreDeletion(
        account, request, anyones, member.visibleFrom(), member.policyVersion());
  }

  /**
   * A reaction, by every member, also where only moderators write; between two who are kept apart
   * {@link FailureCode#NOT_REACHABLE}.
   */
  static StoreReaction react(UserId account, Standing standing, SetReaction request) {
    Membership member = Membership.of(standing);
    if (standing.kind() == ConversationKind.DIRECT) {
      Reachability.requireWriting(standing.bond());
    }
    return new StoreReaction(account, request, member.visibleFrom(), member.policyVersion());
  }

  /** What the conversation's listeners hear of it; nothing if nothing changed. */
  static List<Range> ranges(ConversationId conversation, MessageStored stored) {
    return stored.changed() ? List.of(Posting.range(conversation, stored.message())) : List.of();
  }
}
