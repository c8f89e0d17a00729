package parley.contract.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;
import parley.contract.Doc;

@Doc("What of a conversation somebody wants to be told of: all, mentions of the person, nothing.")
public enum Alerts {
  @JsonProperty("all")
  ALL,
  @JsonProperty("mentions")
  MENTIONS,
  @JsonProperty("nothing")
  NOTHING
}
