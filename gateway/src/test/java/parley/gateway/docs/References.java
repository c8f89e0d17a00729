package parley.gateway.docs;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.json.pointer.JsonPointer;
import java.util.ArrayList;
import java.util.List;

/** The references within a document. */
final class References {
  private References() {}

  /** Those that lead nowhere. */
  static List<String> dangling(JsonObject document) {
    List<String> all = new ArrayList<>();
    collect(document, all);
    return all.stream()
        .distinct()
        .filter(
            reference ->
                !reference.startsWith("#/")
                    || JsonPointer.from(reference.substring(1)).queryJson(document) == null)
        .toList();
  }

  private static void collect(Object value, List<String> into) {
    if (value instanceof JsonObject object) {
      if (object.getValue("$ref") instanceof String reference) {
        into.add(reference);
      }
      object.forEach(entry -> collect(entry.getValue(), into));
    } else if (value instanceof JsonArray array) {
      array.forEach(element -> collect(element, into));
    }
  }
}
