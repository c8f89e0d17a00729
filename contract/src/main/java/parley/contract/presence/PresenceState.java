package parley.contract.presence;

import com.fasterxml.jackson.annotation.JsonProperty;
import parley.contract.Doc;

@Doc(
    "Whether an account is there: online; away, where nobody has touched any of its devices for a while; busy, which asks not to be disturbed; offline; or unknown while nobody can tell.")
public enum PresenceState {
  @JsonProperty("online")
  ONLINE,
  @JsonProperty("away")
  AWAY,
  @JsonProperty("busy")
  BUSY,
  @JsonProperty("offline")
  OFFLINE,
  @JsonProperty("unknown")
  UNKNOWN;

  /** Whether it says that the account is there. */
  public boolean isThere() {
    return this == ONLINE || this == AWAY || this == BUSY;
  }
}
