package parley.launcher.observatory;

import io.vertx.core.MultiMap;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is judged: headers, and the page if it is one. */
record Answer(int status, MultiMap headers, String content) {
  /** The one value of a header; a header that is sent twice counts as broken. */
  Optional<String> header(String name) {
    List<String> values = headers.getAll(name);
    return values.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", values));
  }

  /**
   * The sources of a directive of the policy; of another one if there is none of that name; null:
   * of none.
   */
  List<String> policy(String directive, String otherwise) {
    Map<String, List<String>> policy = new LinkedHashMap<>();
    for (String part : header("Content-Security-Policy").orElse("").split(";")) {
      List<String> words = Arrays.asList(part.strip().split("\\s+"));
      policy.putIfAbsent(words.get(0), words.subList(1, words.size()));
    }
    List<String> fallback = otherwise == null ? null : policy.get(otherwise);
    return policy.getOrDefault(directive, fallback == null ? List.of("*") : fallback);
  }

  /** The same answer without this header, to see what it is worth. */
  Answer without(String name) {
    return new Answer(
        status, MultiMap.caseInsensitiveMultiMap().addAll(headers).remove(name), content);
  }

  /** The same answer with another value of this header. */
  Answer with(String name, String value) {
    return new Answer(
        status, MultiMap.caseInsensitiveMultiMap().addAll(headers).set(name, value), content);
  }
}
