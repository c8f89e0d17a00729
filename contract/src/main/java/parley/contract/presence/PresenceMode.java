package parley.contract.presence;

import com.fasterxml.jackson.annotation.JsonProperty;
import parley.contract.Doc;

@Doc(
    "How somebody wants to appear: auto, as they are there; busy whenever they are there; invisible, which nobody can tell from offline.")
public enum PresenceMode {
  @JsonProperty("auto")
  AUTO,
  @JsonProperty("busy")
  BUSY,
  @JsonProperty("invisible")
  INVISIBLE
}
