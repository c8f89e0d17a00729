package parley.testkit.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An OpenAPI or AsyncAPI document whose schemas judge JSON, more strictly than a client may: a
 * field that no schema tells is a fault. Safe to use from every thread.
 */
public final class Document {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(VersionFlag.V202012);
  private static final SchemaValidatorsConfig CONFIG = SchemaValidatorsConfig.builder().build();

  private final JsonNode whole;
  private final ObjectNode components;
  private final Map<JsonNode, JsonSchema> compiled = new ConcurrentHashMap<>();

  private Document(JsonNode whole) {
    this.whole = whole;
    this.components =
        MAPPER.createObjectNode().set("components", whole.path("components").deepCopy());
    components.path("components").path("schemas").forEach(Document::close);
  }

  public static Document of(String json) {
    return new Document(parsed(json));
  }

  /** What stands at a JSON pointer; what is a reference is followed. Fails if there is nothing. */
  public JsonNode at(String pointer) {
    JsonNode found = whole.at(pointer);
    if (found.isMissingNode()) {
      throw new AssertionError("nothing at " + pointer);
    }
    return followed(found);
  }

  /** The node itself, or what it refers to. */
  public JsonNode followed(JsonNode node) {
    return node.has("$ref") ? at(node.path("$ref").asText().substring(1)) : node;
  }

  /** What is wrong with some JSON by a schema of this document; empty if nothing is. */
  public List<String> faults(JsonNode schema, String json) {
    return compiled.computeIfAbsent(schema, this::compile).validate(parsed(json)).stream()
        .map(ValidationMessage::toString)
        .sorted()
        .toList();
  }

  /** What is wrong with some JSON by the schema of that name. */
  public List<String> faults(String name, String json) {
    return faults(MAPPER.createObjectNode().put("$ref", "#/components/schemas/" + name), json);
  }

  private JsonSchema compile(JsonNode schema) {
    ObjectNode complete = components.deepCopy();
    complete.setAll((ObjectNode) schema.deepCopy());
    return SCHEMAS.getSchema(complete, CONFIG);
  }

  private static void close(JsonNode schema) {
    if (schema.has("properties") && !schema.has("additionalProperties")) {
      ((ObjectNode) schema).put("additionalProperties", false);
    }
  }

  private static JsonNode parsed(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException unreadable) {
      throw new AssertionError("not JSON: " + json, unreadable);
    }
  }
}
