package parley.contract.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;
import parley.contract.Doc;

@Doc("What kind of conversation: room, open to everybody.")
public enum ConversationKind {
  @JsonProperty("room")
  ROOM
}
