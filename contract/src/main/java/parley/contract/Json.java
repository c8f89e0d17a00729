package parley.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.util.Arrays;
import java.util.List;

/**
 * Records to JSON and back. Absent values have no key. Reading never guesses: a string is no
 * number, a number is no string, and whatever does not fit is {@link FailureCode#MALFORMED} with
 * the field's name.
 */
public final class Json {
  private static final int MAX_DEPTH = 32;
  private static final ObjectMapper LENIENT = mapper().build();
  private static final ObjectMapper STRICT =
      mapper()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private Json() {}

  private static JsonMapper.Builder mapper() {
    JsonMapper.Builder builder =
        JsonMapper.builder()
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
    for (CoercionInputShape shape :
        List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)) {
      builder.withCoercionConfig(
          LogicalType.Textual, config -> config.setCoercion(shape, CoercionAction.Fail));
    }
    JsonMapper built = builder.build();
    built
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxNumberLength(20)
                .maxNameLength(200)
                .build());
    return built.rebuild();
  }

  /** The record as JSON text. */
  public static String encode(Object value) {
    try {
      return LENIENT.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("not encodable: " + value.getClass(), impossible);
    }
  }

  /** Reads what a client of this contract sent: an unknown or repeated field is refused. */
  public static <T> T decodeStrictly(String json, Class<T> type) {
    return decode(STRICT, json, type);
  }

  /** Reads what a newer process or client may have sent: unknown fields are ignored. */
  public static <T> T decodeLeniently(String json, Class<T> type) {
    return decode(LENIENT, json, type);
  }

  /** Turns parsed JSON (maps and lists) into a record, strictly or not. */
  public static <T> T convert(Object tree, Class<T> type, boolean strict) {
    try {
      ObjectMapper mapper = strict ? STRICT : LENIENT;
      return Check.present("body", mapper.convertValue(tree, type));
    } catch (IllegalArgumentException wrapped) {
      throw malformed(wrapped.getCause());
    }
  }

  private static <T> T decode(ObjectMapper mapper, String json, Class<T> type) {
    try {
      return Check.present("body", mapper.readValue(json, type));
    } catch (JsonProcessingException refused) {
      throw malformed(refused);
    }
  }

  private static BusFailure malformed(Throwable cause) {
    if (cause instanceof JsonMappingException mapping) {
      String path = path(mapping);
      if (mapping.getCause() instanceof BusFailure failure) {
        boolean whole = !path.isEmpty() && isAboutTheWholeValue(mapping, failure);
        return BusFailure.malformed(whole ? path : join(path, failure.field()));
      }
      return BusFailure.malformed(path.isEmpty() ? "body" : path);
    }
    return BusFailure.malformed("body");
  }

  /**
   * An identifier names itself in its failure; what the client wrote is the field that holds it.
   */
  private static boolean isAboutTheWholeValue(JsonMappingException mapping, BusFailure failure) {
    return mapping instanceof ValueInstantiationException refused
        && refused.getType().getRawClass().isRecord()
        && Arrays.stream(refused.getType().getRawClass().getRecordComponents())
            .noneMatch(component -> component.getName().equals(failure.field()));
  }

  /** Dotted path of known names; a name that the client made up is cut to something loggable. */
  private static String path(JsonMappingException mapping) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : mapping.getPath()) {
      String name = step.getFieldName();
      if (name != null) {
        path.append(path.isEmpty() ? "" : ".").append(printable(name));
      }
    }
    return mapping instanceof UnrecognizedPropertyException && path.isEmpty()
        ? "body"
        : path.toString();
  }

  private static String printable(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9_]", "?");
    return plain.length() <= 40 ? plain : plain.substring(0, 40);
  }

  private static String join(String path, String field) {
    if (field == null || path.equals(field) || path.endsWith("." + field)) {
      return path.isEmpty() ? "body" : path;
    }
    return path.isEmpty() ? field : path + "." + field;
  }
}
