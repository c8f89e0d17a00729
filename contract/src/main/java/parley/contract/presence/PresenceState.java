package parley.contract.presence;

import com.fasterxml.jackson.annotation.JsonProperty;
import parley.contract.Doc;

@Doc("Whether an account is there: online, offline, or unknown while nobody can tell.")
public enum PresenceState {
  @JsonProperty("online")
  ONLINE,
  @JsonProperty("offline")
  OFFLINE,
  @JsonProperty("unknown")
  UNKNOWN
}
