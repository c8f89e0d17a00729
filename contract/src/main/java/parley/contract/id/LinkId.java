package parley.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import parley.contract.Bounds;
import parley.contract.Check;
import parley.contract.Doc;

/** A link that invites into a conversation (UUIDv7), chosen by who makes it. */
@Doc("A link that invites into a conversation (UUIDv7).")
@Bounds(pattern = Ids.FORM)
public record LinkId(UUID value) {
  public LinkId {
    Check.present("link", value);
  }

  /** Reads the written form; {@code MALFORMED} for any other. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static LinkId of(String text) {
    return new LinkId(Ids.parse("link", text));
  }

  @JsonValue
  @Override
  public String toString() {
    return value.toString();
  }
}
