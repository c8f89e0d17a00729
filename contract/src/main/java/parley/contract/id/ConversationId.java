package parley.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import parley.contract.Bounds;
import parley.contract.Check;
import parley.contract.Doc;

/** A conversation; chosen by whoever creates it. */
@Doc("A conversation (UUID), chosen by whoever creates it.")
@Bounds(pattern = Ids.FORM)
public record ConversationId(UUID value) {
  public ConversationId {
    Check.present("conversation", value);
  }

  /** Reads the written form; {@code MALFORMED} for any other. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static ConversationId of(String text) {
    return new ConversationId(Ids.parse("conversation", text));
  }

  @JsonValue
  @Override
  public String toString() {
    return value.toString();
  }
}
