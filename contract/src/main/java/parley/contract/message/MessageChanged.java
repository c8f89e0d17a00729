package parley.contract.message;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.feed.MessageItem;

@Doc("The change is stored; a repeat changes nothing and answers with the message as it stands.")
public record MessageChanged(@Doc("The message as it stands.") MessageItem message) {
  public MessageChanged {
    Check.present("message", message);
  }
}
