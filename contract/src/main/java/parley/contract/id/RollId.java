package parley.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import parley.contract.Bounds;
import parley.contract.Check;
import parley.contract.Doc;

/** A roll (UUID): who is at one gateway; begun anew when the old one was lost. */
@Doc("A roll (UUID): who is at one gateway; begun anew when the old one was lost.")
@Bounds(pattern = Ids.FORM)
public record RollId(UUID value) {
  public RollId {
    Check.present("roll", value);
  }

  /** Reads the written form; {@code MALFORMED} for any other. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static RollId of(String text) {
    return new RollId(Ids.parse("roll", text));
  }

  @JsonValue
  @Override
  public String toString() {
    return value.toString();
  }
}
