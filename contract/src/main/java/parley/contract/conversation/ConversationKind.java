package parley.contract.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import parley.contract.BusFailure;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc(
    "What kind of conversation: room, open to everybody; direct, of two people; group, named, for those who were invited.")
public enum ConversationKind {
  @JsonProperty("room")
  ROOM,
  @JsonProperty("direct")
  DIRECT,
  @JsonProperty("group")
  GROUP;

  /** A direct conversation has its two people, any other a name; none has both. */
  public void check(String name, List<UserId> between) {
    if ((name == null) != (this == DIRECT)) {
      throw BusFailure.malformed("name");
    }
    if ((between == null) == (this == DIRECT)) {
      throw BusFailure.malformed("between");
    }
  }
}
