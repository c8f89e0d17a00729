package parley.contract.message;

import parley.contract.Bounds;
import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.ConversationId;

@Doc("Asks to answer a message with an emoji, or to take that back; a repeat changes nothing.")
public record SetReaction(
    @Doc("Which conversation.") ConversationId conversation,
    @Doc("The number the message was posted under.") @Bounds(least = 1) long posted,
    @Doc("One emoji.") @Bounds(least = 1, most = Check.MAX_EMOJI) String emoji,
    @Doc("Whether it is to be there.") boolean set) {
  public SetReaction {
    Check.present("conversation", conversation);
    Check.within("posted", posted, 1, Long.MAX_VALUE);
    emoji = Check.emoji("emoji", emoji);
  }
}
