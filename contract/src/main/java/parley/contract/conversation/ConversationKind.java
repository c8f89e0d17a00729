package parley.contract.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import parley.contract.BusFailure;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc("What kind of conversation: room, open to everybody; direct, of two people.")
public enum ConversationKind {
  @JsonProperty("room")
  ROOM,
  @JsonProperty("direct")
  DIRECT;

  /** A room has a name, a direct conversation has its two people; neither has both. */
  public void check(String name, List<UserId> between) {
    if ((name == null) != (this == DIRECT)) {
      throw BusFailure.malformed("name");
    }
    if ((between == null) != (this == ROOM)) {
      throw BusFailure.malformed("between");
    }
  }
}
