package parley.gateway.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One way in which a route answers when nothing failed. Immutable.
 *
 * @param meaning a sentence for the OpenAPI document
 * @param json whether there is content; it is JSON
 * @param content the record that is the content; null for none, and for JSON without a record
 * @param headers what the headers that only this answer carries mean, by their names
 */
public record Answer(
    int status, String meaning, boolean json, Class<?> content, Map<String, String> headers) {
  public Answer {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  /** With a record as JSON. */
  public static Answer of(int status, String meaning, Class<?> content) {
    return new Answer(status, meaning, true, content, Map.of());
  }

  /** With JSON that no record of Parley describes. */
  public static Answer ofAnyJson(int status, String meaning) {
    return new Answer(status, meaning, true, null, Map.of());
  }

  /** Without content. */
  public static Answer empty(int status, String meaning) {
    return new Answer(status, meaning, false, null, Map.of());
  }

  /** The same with one more header. */
  public Answer header(String name, String sentence) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, sentence);
    return new Answer(status, meaning, json, content, more);
  }
}
