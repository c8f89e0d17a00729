package parley.contract.conversation;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.account.Avatar;
import parley.contract.id.ConversationId;

@Doc("Asks to show a picture of a room or group, or none; for its owners and moderators.")
public record ChangePicture(
    @Doc("Which conversation.") ConversationId conversation,
    @Doc(value = "The picture; absent: none.", optional = true) Avatar avatar) {
  public ChangePicture {
    Check.present("conversation", conversation);
  }

  /** What names the picture; null for none. */
  public String hash() {
    return avatar == null ? null : avatar.hash();
  }
}
