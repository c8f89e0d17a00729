package parley.contract.message;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import parley.contract.Doc;

/** What people may write; other contents are the server's. */
@Doc("What somebody may write.")
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({@JsonSubTypes.Type(value = TextContent.class, name = "text")})
public sealed interface WrittenContent extends Content permits TextContent {}
