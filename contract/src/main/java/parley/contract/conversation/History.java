package parley.contract.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;
import parley.contract.Doc;

@Doc("What who joins from now on sees of the past: all of it, or what was posted since joining.")
public enum History {
  @JsonProperty("all")
  ALL,
  @JsonProperty("sinceJoining")
  SINCE_JOINING
}
