package parley.contract.schema;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Set;
import parley.contract.Bounds;

/**
 * Shapes as JSON Schemas. They mean the same in draft 2020-12 (OpenAPI 3.1) and in draft 7
 * (AsyncAPI 3.0): no keyword stands beside a {@code $ref}.
 *
 * <p>The server counts the length of a text in UTF-16 units, JSON Schema in characters: a text with
 * characters beyond the basic plane may be within the schema's bounds and too long for the server.
 */
public final class JsonSchemas {
  private static final String FOLDER = "#/components/schemas/";

  private JsonSchemas() {}

  /**
   * All shapes, by name.
   *
   * @param closed the messages in which an unknown field is refused
   */
  public static JsonObject of(Shapes shapes, Set<Class<?>> closed) {
    JsonObject schemas = new JsonObject();
    shapes
        .byType()
        .forEach((type, shape) -> schemas.put(shape.name(), schema(shape, closed.contains(type))));
    return schemas;
  }

  /** A reference to the schema of that name. */
  public static JsonObject reference(String name) {
    return new JsonObject().put("$ref", FOLDER + name);
  }

  /** The schema of a value: a reference if it has a shape. */
  public static JsonObject of(Type type) {
    if (type instanceof ParameterizedType list) {
      return new JsonObject()
          .put("type", "array")
          .put("items", of(list.getActualTypeArguments()[0]));
    }
    if (type == String.class) {
      return new JsonObject().put("type", "string");
    }
    if (type == boolean.class || type == Boolean.class) {
      return new JsonObject().put("type", "boolean");
    }
    if (type == int.class || type == Integer.class) {
      return new JsonObject().put("type", "integer").put("format", "int32");
    }
    if (type == long.class || type == Long.class) {
      return new JsonObject().put("type", "integer").put("format", "int64");
    }
    return reference(Shapes.nameOf((Class<?>) type));
  }

  private static JsonObject schema(Shape shape, boolean closed) {
    JsonObject schema = described(new JsonObject(), shape.doc());
    if (shape instanceof Shape.Id id) {
      return bounded(schema.put("type", "string"), id.bounds());
    }
    if (shape instanceof Shape.Choice choice) {
      return schema.put("type", "string").put("enum", new JsonArray(choice.texts()));
    }
    if (shape instanceof Shape.Union union) {
      JsonArray cases = new JsonArray();
      union.cases().forEach(name -> cases.add(reference(name)));
      return schema.put("oneOf", cases);
    }
    return message(schema, (Shape.Message) shape, closed);
  }

  private static JsonObject message(JsonObject schema, Shape.Message message, boolean closed) {
    JsonObject properties = new JsonObject();
    JsonArray required = new JsonArray();
    if (message.tag() != null) {
      properties.put("type", new JsonObject().put("const", message.tag()));
      required.add("type");
    }
    for (Shape.Field field : message.fields()) {
      properties.put(field.name(), property(field));
      if (!field.optional()) {
        required.add(field.name());
      }
    }
    schema.put("type", "object").put("properties", properties);
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    return closed ? schema.put("additionalProperties", false) : schema;
  }

  private static JsonObject property(Shape.Field field) {
    JsonObject value = of(field.type());
    JsonObject schema =
        value.containsKey("$ref")
            ? new JsonObject().put("allOf", new JsonArray().add(value))
            : bounded(value, field.bounds());
    return described(schema, field.doc());
  }

  private static JsonObject described(JsonObject schema, String sentence) {
    return sentence.isEmpty() ? schema : schema.put("description", sentence);
  }

  private static JsonObject bounded(JsonObject schema, Bounds bounds) {
    if (bounds == null) {
      return schema;
    }
    String type = schema.getString("type");
    String what =
        switch (type) {
          case "string" -> "Length";
          case "array" -> "Items";
          default -> "imum";
        };
    if (bounds.least() != Long.MIN_VALUE) {
      schema.put("min" + what, bounds.least());
    }
    if (bounds.most() != Long.MAX_VALUE) {
      schema.put("max" + what, bounds.most());
    }
    if (!bounds.pattern().isEmpty()) {
      schema.put("pattern", "^(?:" + bounds.pattern() + ")$");
    }
    return schema;
  }
}
