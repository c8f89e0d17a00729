package parley.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import parley.contract.Bounds;
import parley.contract.Check;
import parley.contract.Doc;

/** A session: one log-in on one device. */
@Doc("A session (UUID): one log-in on one device.")
@Bounds(pattern = Ids.FORM)
public record SessionId(UUID value) {
  public SessionId {
    Check.present("session", value);
  }

  /** Reads the written form; {@code MALFORMED} for any other. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static SessionId of(String text) {
    return new SessionId(Ids.parse("session", text));
  }

  @JsonValue
  @Override
  public String toString() {
    return value.toString();
  }
}
