package parley.contract.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;
import parley.contract.Doc;

@Doc("Whether a person belongs to a conversation.")
public enum MemberState {
  @JsonProperty("joined")
  JOINED,
  @JsonProperty("left")
  LEFT,
  @JsonProperty("removed")
  REMOVED
}
