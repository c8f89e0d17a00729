package parley.contract.conversation;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc("Asks persistence for the conversations of an account.")
public record FindConversations(
    @Doc("For whom.") UserId account, @Doc("What is wanted.") ListConversations page) {
  public FindConversations {
    Check.present("account", account);
    Check.present("page", page);
  }
}
