package parley.contract.schema;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import parley.contract.Bounds;

/** A type of the contract as the generated files and the served documents show it. */
public sealed interface Shape {
  String name();

  String doc();

  /**
   * A record with named fields.
   *
   * @param tag the value of {@code type} that tells it from the other cases of a union, or null
   * @param limits its public numeric constants, in the order of declaration
   */
  record Message(
      String name, String doc, String tag, List<Field> fields, Map<String, Integer> limits)
      implements Shape {}

  /**
   * One component of a record.
   *
   * @param bounds what is checked about it, or null
   */
  record Field(String name, String doc, boolean optional, Type type, Bounds bounds) {}

  /** An enumeration, by the texts that travel. */
  record Choice(String name, String doc, List<String> texts) implements Shape {}

  /** A sealed interface: one of several tagged records. */
  record Union(String name, String doc, List<String> cases) implements Shape {}

  /**
   * A record that travels as one text.
   *
   * @param bounds what is checked about the text, or null
   */
  record Id(String name, String doc, Bounds bounds) implements Shape {}
}
