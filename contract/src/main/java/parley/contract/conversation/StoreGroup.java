package parley.contract.conversation;

import java.util.List;
import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;

@Doc("Asks persistence to store a group that chat has allowed.")
public record StoreGroup(
    @Doc("Which group.") ConversationId conversation,
    @Doc("Who becomes its owner.") UserId creator,
    @Doc("Its name.") String name,
    @Doc(value = "What it is about.", optional = true) String topic,
    @Doc("Who belongs to it beside the owner, each once.") List<UserId> members) {
  public StoreGroup {
    Check.present("conversation", conversation);
    Check.present("creator", creator);
    name = Check.line("name", name, 1, CreateRoom.MAX_NAME);
    topic = Check.optionalLine("topic", topic, CreateRoom.MAX_TOPIC);
    members = Check.list("members", members, 0, CreateGroup.MAX_MEMBERS);
  }
}
