package parley.gateway.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The schemas that the makers of the formats publish. */
enum Official {
  OPEN_API(VersionFlag.V202012, "/schemas/openapi-3.1.json"),
  ASYNC_API(VersionFlag.V7, "/schemas/asyncapi-3.0.0.json"),
  JSON_SCHEMA_2020_12(VersionFlag.V202012, SchemaId.V202012),
  JSON_SCHEMA_7(VersionFlag.V7, SchemaId.V7);

  private final JsonSchema schema;

  Official(VersionFlag version, String place) {
    JsonSchemaFactory factory = JsonSchemaFactory.getInstance(version);
    this.schema =
        place.startsWith("/")
            ? factory.getSchema(read(place))
            : factory.getSchema(SchemaLocation.of(place));
  }

  /** What is wrong with a document; empty if nothing is. */
  List<String> faults(JsonObject document) {
    return schema.validate(document.encode(), InputFormat.JSON).stream()
        .map(ValidationMessage::toString)
        .sorted()
        .toList();
  }

  private static JsonNode read(String resource) {
    try (InputStream file = Official.class.getResourceAsStream(resource)) {
      return new ObjectMapper().readTree(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
