package parley.chat.message;

import java.util.List;
import parley.chat.conversation.Membership;
import parley.chat.relation.Reachability;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.conversation.ConversationKind;
import parley.contract.conversation.Standing;
import parley.contract.feed.FeedId;
import parley.contract.feed.MessageItem;
import parley.contract.feed.Range;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;
import parley.contract.message.AppendMessage;
import parley.contract.message.MessageAppended;
import parley.contract.message.SendMessage;

/** What becomes of a message on its way: first what is to be stored, then what is announced. */
final class Posting {
  private Posting() {}

  /**
   * The message as a member may append it; {@link FailureCode#FORBIDDEN} to who only reads, {@link
   * FailureCode#NOT_REACHABLE} between two who are kept apart.
   */
  static AppendMessage by(UserId sender, Standing standing, SendMessage request) {
    Membership member = writer(standing);
    return new AppendMessage(
        request.conversation(),
        sender,
        request.clientId(),
        request.content(),
        member.policyVersion(),
        member.pauseSeconds());
  }

  /** The membership of who may write; the refusals are those of {@link #by}. */
  static Membership writer(Standing standing) {
    Membership member = Membership.of(standing);
    if (standing.kind() == ConversationKind.DIRECT) {
      Reachability.requireWriting(standing.bond());
    }
    if (!member.mayWrite()) {
      throw BusFailure.of(FailureCode.FORBIDDEN);
    }
    return member;
  }

  /**
   * What the conversation's listeners hear of it. Nothing for a repeat: the first time was
   * announced, or the beacon of heads will make up for it.
   */
  static List<Range> ranges(ConversationId conversation, MessageAppended appended) {
    if (appended.repeated()) {
      return List.of();
    }
    return List.of(range(conversation, appended.message()));
  }

  /** The last change of a message, alone. */
  static Range range(ConversationId conversation, MessageItem message) {
    return new Range(
        FeedId.of(conversation), message.changed() - 1, message.changed(), List.of(message));
  }
}
