package parley.contract.relation;

import com.fasterxml.jackson.annotation.JsonProperty;
import parley.contract.Doc;

@Doc(
    "How somebody stands to another: none; outgoing, asked for friendship; incoming, was asked; friends.")
public enum RelationState {
  @JsonProperty("none")
  NONE,
  @JsonProperty("outgoing")
  OUTGOING,
  @JsonProperty("incoming")
  INCOMING,
  @JsonProperty("friends")
  FRIENDS
}
