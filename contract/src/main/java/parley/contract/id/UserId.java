package parley.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import parley.contract.Bounds;
import parley.contract.Check;
import parley.contract.Doc;

/** An account. */
@Doc("An account (UUID).")
@Bounds(pattern = Ids.FORM)
public record UserId(UUID value) {
  public UserId {
    Check.present("user", value);
  }

  /** Reads the written form; {@code MALFORMED} for any other. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static UserId of(String text) {
    return new UserId(Ids.parse("user", text));
  }

  @JsonValue
  @Override
  public String toString() {
    return value.toString();
  }
}
