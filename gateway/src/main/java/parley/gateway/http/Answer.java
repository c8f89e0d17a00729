package parley.gateway.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One way in which a route answers when nothing failed. Immutable.
 *
 * @param meaning a sentence for the OpenAPI document
 * @param json whether there is content; it is JSON
 * @param content the record that is the content; null for none, and for JSON without a record
 * @param media the media types of content that is no JSON; empty for none
 * @param headers what the headers that only this answer carries mean, by their names
 */
public record Answer(
    int status,
    String meaning,
    boolean json,
    Class<?> content,
    List<String> media,
    Map<String, String> headers) {
  public Answer {
    media = List.copyOf(media);
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  /** With a record as JSON. */
  public static Answer of(int status, String meaning, Class<?> content) {
    return new Answer(status, meaning, true, content, List.of(), Map.of());
  }

  /** With JSON that no record of Parley describes. */
  public static Answer ofAnyJson(int status, String meaning) {
    return new Answer(status, meaning, true, null, List.of(), Map.of());
  }

  /** With bytes of one of these media types. */
  public static Answer ofBytes(int status, String meaning, String... types) {
    return new Answer(status, meaning, false, null, List.of(types), Map.of());
  }

  /** Without content. */
  public static Answer empty(int status, String meaning) {
    return new Answer(status, meaning, false, null, List.of(), Map.of());
  }

  /** The same with one more header. */
  public Answer header(String name, String sentence) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, sentence);
    return new Answer(status, meaning, json, content, media, more);
  }
}
