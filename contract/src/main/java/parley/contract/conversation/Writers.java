package parley.contract.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;
import parley.contract.Doc;

@Doc("Who may write in a conversation: every member, or moderators and owners only.")
public enum Writers {
  @JsonProperty("everybody")
  EVERYBODY,
  @JsonProperty("moderators")
  MODERATORS
}
