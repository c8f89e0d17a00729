package parley.contract.message;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import parley.contract.Doc;

/** What a message says: a tagged value, so that other kinds can be added. */
@Doc("What a message says.")
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = TextContent.class, name = "text"),
  @JsonSubTypes.Type(value = DeletedContent.class, name = "deleted")
})
public sealed interface Content permits WrittenContent, DeletedContent {}
