package parley.contract.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parley.contract.Bounds;
import parley.contract.Doc;

class JsonSchemasTest {
  @Doc("A parcel.")
  record Parcel(
      @Doc("Where to.") Place to,
      @Doc(value = "What is in it.", optional = true) @Bounds(least = 1, most = 3)
          List<String> content,
      @Doc("In grams.") @Bounds(least = 0) int weight,
      @Bounds(most = 9, pattern = "[a-z]+") String label,
      Colour colour,
      long sentAt,
      boolean fragile,
      Stamp stamp,
      @JsonIgnore int secret) {}

  @Bounds(pattern = "[A-Z]{2}")
  record Place(String code) {
    @JsonValue
    @Override
    public String toString() {
      return code;
    }
  }

  enum Colour {
    @JsonProperty("red")
    RED,
    GREEN
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({@JsonSubTypes.Type(value = Printed.class, name = "printed")})
  sealed interface Stamp permits Printed {}

  record Printed() implements Stamp {}

  private static final JsonObject SCHEMAS =
      JsonSchemas.of(Shapes.of(List.of(Parcel.class)), Set.of(Parcel.class));

  @Test
  void tellsEveryComponentThatTravels() {
    JsonObject parcel = SCHEMAS.getJsonObject("Parcel");

    assertEquals("A parcel.", parcel.getString("description"));
    assertEquals(
        new JsonArray(List.of("to", "weight", "label", "colour", "sentAt", "fragile", "stamp")),
        parcel.getJsonArray("required"));
    assertEquals(false, parcel.getValue("additionalProperties"));
    assertEquals(
        new JsonObject(
            """
            {
              "to": {"allOf": [{"$ref": "#/components/schemas/Place"}], "description": "Where to."},
              "content": {
                "type": "array", "items": {"type": "string"}, "minItems": 1, "maxItems": 3,
                "description": "What is in it."
              },
              "weight": {
                "type": "integer", "format": "int32", "minimum": 0, "description": "In grams."
              },
              "label": {"type": "string", "maxLength": 9, "pattern": "^(?:[a-z]+)$"},
              "colour": {"allOf": [{"$ref": "#/components/schemas/Colour"}]},
              "sentAt": {"type": "integer", "format": "int64"},
              "fragile": {"type": "boolean"},
              "stamp": {"allOf": [{"$ref": "#/components/schemas/Stamp"}]}
            }
            """),
        parcel.getJsonObject("properties"));
  }

  @Test
  void tellsWhatTravelsAsText() {
    assertEquals(
        new JsonObject("{\"type\": \"string\", \"pattern\": \"^(?:[A-Z]{2})$\"}"),
        SCHEMAS.getJsonObject("Place"));
    assertEquals(
        new JsonObject("{\"type\": \"string\", \"enum\": [\"red\", \"GREEN\"]}"),
        SCHEMAS.getJsonObject("Colour"));
  }

  @Test
  void tellsTheCasesOfAUnionApart() {
    assertEquals(
        new JsonObject("{\"oneOf\": [{\"$ref\": \"#/components/schemas/Printed\"}]}"),
        SCHEMAS.getJsonObject("Stamp"));
    assertEquals(
        new JsonObject(
            """
            {"type": "object", "properties": {"type": {"const": "printed"}}, "required": ["type"]}
            """),
        SCHEMAS.getJsonObject("Printed"));
  }

  @Test
  void refusesTwoTypesOfOneName() {
    assertThrows(
        IllegalArgumentException.class,
        () -> Shapes.of(List.of(Parcel.class, Namesake.Parcel.class)));
  }

  @Test
  void callsTypesOfOthersByTheirWholeName() {
    assertEquals(
        new JsonObject().put("$ref", "#/components/schemas/java.time.DayOfWeek"),
        JsonSchemas.of(DayOfWeek.class));
    assertEquals(
        Set.of("java.time.DayOfWeek"),
        JsonSchemas.of(Shapes.of(List.of(DayOfWeek.class)), Set.of()).fieldNames());
  }

  @Test
  void showsAClassThatTwoJarsHoldOnce() throws IOException, ClassNotFoundException {
    URL classes = Parcel.class.getProtectionDomain().getCodeSource().getLocation();
    try (URLClassLoader other =
        new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader())) {
      Class<?> twin = other.loadClass(Parcel.class.getName());
      assertNotEquals(Parcel.class, twin);
      assertEquals(
          SCHEMAS, JsonSchemas.of(Shapes.of(List.of(Parcel.class, twin)), Set.of(Parcel.class)));
    }
  }

  interface Namesake {
    record Parcel() {}
  }
}
