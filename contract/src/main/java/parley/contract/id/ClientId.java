package parley.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import parley.contract.Bounds;
import parley.contract.Check;
import parley.contract.Doc;

/**
 * A message as its sender named it (UUIDv7); equal ids of one sender in one conversation are one
 * message.
 */
@Doc("A message as its sender named it (UUIDv7).")
@Bounds(pattern = Ids.FORM)
public record ClientId(UUID value) {
  public ClientId {
    Check.present("clientId", value);
  }

  /** Reads the written form; {@code MALFORMED} for any other. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static ClientId of(String text) {
    return new ClientId(Ids.parse("clientId", text));
  }

  @JsonValue
  @Override
  public String toString() {
    return value.toString();
  }
}
