package parley.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import parley.contract.Bounds;
import parley.contract.Check;
import parley.contract.Doc;

/** A gateway process (UUID), from its start to its end. */
@Doc("A gateway process (UUID), from its start to its end.")
@Bounds(pattern = Ids.FORM)
public record GatewayId(UUID value) {
  public GatewayId {
    Check.present("gateway", value);
  }

  /** Reads the written form; {@code MALFORMED} for any other. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static GatewayId of(String text) {
    return new GatewayId(Ids.parse("gateway", text));
  }

  @JsonValue
  @Override
  public String toString() {
    return value.toString();
  }
}
