package parley.contract.relation;

import com.fasterxml.jackson.annotation.JsonProperty;
import parley.contract.Doc;

@Doc(
    "Who may write to somebody: friends; rooms, also people of the same room; everybody. Never who is blocked.")
public enum OpenTo {
  @JsonProperty("friends")
  FRIENDS,
  @JsonProperty("rooms")
  ROOMS,
  @JsonProperty("everybody")
  EVERYBODY
}
