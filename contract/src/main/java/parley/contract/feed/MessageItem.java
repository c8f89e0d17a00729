package parley.contract.feed;

import java.util.List;
import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.ClientId;
import parley.contract.id.UserId;
import parley.contract.message.Content;
import parley.contract.message.Reaction;

@Doc("A message of a conversation.")
public record MessageItem(
    @Doc("Number of its last change.") long changed,
    @Doc("Number that orders it in the conversation for ever.") long posted,
    @Doc("How many messages of the conversation are not later than it; counts from 1.")
        long ordinal,
    @Doc("Who wrote it.") UserId sender,
    @Doc("The id its sender gave it.") ClientId clientId,
    @Doc("When it was stored, by the clock of the database, never earlier than its predecessor.")
        long storedAt,
    @Doc("What it says.") Content content,
    @Doc(
            value =
                "When it began to say so, by the clock of the database; absent if never edited.",
            optional = true)
        Long editedAt,
    @Doc(value = "What it was answered with; absent if with nothing.", optional = true)
        List<Reaction> reactions)
    implements Item {
  public MessageItem {
    Check.present("sender", sender);
    Check.present("clientId", clientId);
    Check.present("content", content);
    if (reactions != null) {
      reactions = Check.list("reactions", reactions, 1, Reaction.MAX_KINDS);
    }
  }
}
