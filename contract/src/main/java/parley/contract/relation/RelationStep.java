package parley.contract.relation;

import com.fasterxml.jackson.annotation.JsonProperty;
import parley.contract.Doc;

@Doc("What somebody does about how they stand to another.")
public enum RelationStep {
  @JsonProperty("request")
  REQUEST,
  @JsonProperty("accept")
  ACCEPT,
  @JsonProperty("decline")
  DECLINE,
  @JsonProperty("cancel")
  CANCEL,
  @JsonProperty("end")
  END,
  @JsonProperty("block")
  BLOCK,
  @JsonProperty("unblock")
  UNBLOCK
}
