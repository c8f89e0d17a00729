package parley.contract.feed;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import parley.contract.Bounds;
import parley.contract.BusFailure;
import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.ConversationId;
import parley.contract.id.Ids;
import parley.contract.id.UserId;

/** The name of a feed: {@code conversation.} or {@code user.} and the id of what it tells about. */
@Doc("The name of a feed: `conversation.` or `user.` and the id of what it tells about.")
@Bounds(pattern = "(conversation|user)\\." + Ids.FORM)
public record FeedId(Kind kind, UUID value) {
  /** What a feed tells about. */
  public enum Kind {
    CONVERSATION("conversation."),
    USER("user.");

    private final String prefix;

    Kind(String prefix) {
      this.prefix = prefix;
    }
  }

  public FeedId {
    Check.present("feed", kind);
    Check.present("feed", value);
  }

  /** The feed of a conversation: its messages, members and attributes. */
  public static FeedId of(ConversationId conversation) {
    return new FeedId(Kind.CONVERSATION, conversation.value());
  }

  /** The feed of an account: memberships, read marks, relations and settings. */
  public static FeedId of(UserId user) {
    return new FeedId(Kind.USER, user.value());
  }

  /** Reads the written form; {@code MALFORMED} for any other. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static FeedId of(String text) {
    for (Kind kind : Kind.values()) {
      if (text != null && text.startsWith(kind.prefix)) {
        return new FeedId(kind, ConversationId.of(text.substring(kind.prefix.length())).value());
      }
    }
    throw BusFailure.malformed("feed");
  }

  /** The conversation; {@code MALFORMED} for the feed of a user. */
  public ConversationId conversation() {
    if (kind != Kind.CONVERSATION) {
      throw BusFailure.malformed("feed");
    }
    return new ConversationId(value);
  }

  @JsonValue
  @Override
  public String toString() {
    return kind.prefix + value;
  }
}
