package parley.contract.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;
import parley.contract.Doc;

@Doc("What a member may do; owner more than moderator, moderator more than member.")
public enum Role {
  @JsonProperty("owner")
  OWNER,
  @JsonProperty("moderator")
  MODERATOR,
  @JsonProperty("member")
  MEMBER
}
