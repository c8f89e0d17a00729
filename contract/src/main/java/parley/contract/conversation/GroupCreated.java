package parley.contract.conversation;

import parley.contract.Check;
import parley.contract.Doc;

@Doc("The group exists.")
public record GroupCreated(@Doc("The group as the caller sees it.") ConversationSummary group) {
  public GroupCreated {
    Check.present("group", group);
  }
}
