package parley.gateway.http;

import io.vertx.core.http.HttpMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import parley.contract.BusFailure;
import parley.contract.FailureCode;

/**
 * One thing that can be asked over HTTP, declared beside what serves it: the OpenAPI document is
 * written from it, and {@link Endpoints} mounts nothing else. Immutable.
 *
 * @param path with parameters in braces
 * @param summary a sentence
 * @param body the record that is read from the body; null for none
 * @param media the media types of a body that is no record; empty for none
 * @param problems every problem document that may answer, those that all such routes share included
 */
public record Route(
    HttpMethod method,
    String path,
    String summary,
    Access access,
    Class<?> body,
    List<String> media,
    List<Parameter> parameters,
    List<Answer> answers,
    List<Problem> problems) {
  private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD);
  private static final Pattern PATH = Pattern.compile("(/([a-z][a-z.-]*|\\{[a-z]+}))+");
  private static final Pattern PARAMETER = Pattern.compile("\\{([a-z]+)}");

  public Route {
    media = List.copyOf(media);
    parameters = List.copyOf(parameters);
    answers = List.copyOf(answers);
    problems = List.copyOf(problems);
  }

  public static Route get(String path) {
    return at(HttpMethod.GET, path);
  }

  public static Route post(String path) {
    return at(HttpMethod.POST, path);
  }

  public static Route put(String path) {
    return at(HttpMethod.PUT, path);
  }

  public static Route delete(String path) {
    return at(HttpMethod.DELETE, path);
  }

  /** Whatever may change something is refused to pages of other sites, with {@code FORBIDDEN}. */
  private static Route at(HttpMethod method, String path) {
    if (!PATH.matcher(path).matches()) {
      throw new IllegalArgumentException("not a route's path: " + path);
    }
    Route route =
        new Route(
                method, path, "", Access.ANYBODY, null, List.of(), List.of(), List.of(), List.of())
            .fails(FailureCode.INTERNAL);
    return SAFE.contains(method) ? route : route.fails(FailureCode.FORBIDDEN);
  }

  /** What it does, in a sentence. */
  public Route summary(String sentence) {
    return new Route(method, path, sentence, access, body, media, parameters, answers, problems);
  }

  /** Who may ask, with the refusals of those who may not. */
  public Route by(Access who) {
    Route route = new Route(method, path, summary, who, body, media, parameters, answers, problems);
    if (who == Access.ANYBODY) {
      return route;
    }
    Route refusing = route.fails(FailureCode.SIGNED_OUT, FailureCode.UNAVAILABLE);
    return who.bySession()
        ? refusing.fails(FailureCode.SESSION_EXPIRED, FailureCode.FORBIDDEN)
        : refusing;
  }

  /** The record that {@link JsonBody} reads, with what it refuses. */
  public Route takes(Class<?> type) {
    return new Route(method, path, summary, access, type, media, parameters, answers, problems)
        .fails(FailureCode.MALFORMED)
        .fails(408, FailureCode.MALFORMED)
        .fails(413, FailureCode.MALFORMED)
        .fails(415, FailureCode.MALFORMED);
  }

  /** A body that is no record, read by {@link BoundedBody}, with what that refuses. */
  public Route takesBytes(String... types) {
    return new Route(
            method, path, summary, access, body, List.of(types), parameters, answers, problems)
        .fails(408, FailureCode.MALFORMED)
        .fails(413, FailureCode.MALFORMED)
        .fails(415, FailureCode.MALFORMED);
  }

  /** A part of the path, in braces there. */
  public Route with(String name, Class<?> type, String meaning) {
    return with(new Parameter(name, type, meaning, false));
  }

  /** A part of the query that may be absent. */
  public Route mayHave(String name, Class<?> type, String meaning) {
    return with(new Parameter(name, type, meaning, true));
  }

  private Route with(Parameter parameter) {
    return new Route(
        method, path, summary, access, body, media, and(parameters, parameter), answers, problems);
  }

  /** One of the ways in which it answers. */
  public Route answers(Answer answer) {
    return new Route(
        method, path, summary, access, body, media, parameters, and(answers, answer), problems);
  }

  /** Codes that it may fail with, each under its own status. */
  public Route fails(FailureCode... codes) {
    Route route = this;
    for (FailureCode code : codes) {
      route = route.fails(Problem.of(BusFailure.of(code)));
    }
    return route;
  }

  /** A code that it may fail with under another status. */
  public Route fails(int status, FailureCode code) {
    return fails(Problem.of(status, code, null));
  }

  private Route fails(Problem problem) {
    return problems.contains(problem)
        ? this
        : new Route(
            method,
            path,
            summary,
            access,
            body,
            media,
            parameters,
            answers,
            and(problems, problem));
  }

  /** The same, if it says what a reader needs. */
  Route declared() {
    if (summary.isBlank() || answers.isEmpty()) {
      throw new IllegalArgumentException("not declared: " + this);
    }
    Set<String> named =
        parameters.stream()
            .filter(parameter -> !parameter.query())
            .map(Parameter::name)
            .collect(Collectors.toSet());
    Set<String> inPath =
        PARAMETER.matcher(path).results().map(one -> one.group(1)).collect(Collectors.toSet());
    if (!named.equals(inPath)) {
      throw new IllegalArgumentException("parameters not declared: " + this);
    }
    return this;
  }

  /** The path as the router writes it. */
  String routerPath() {
    return PARAMETER.matcher(path).replaceAll(":$1");
  }

  @Override
  public String toString() {
    return method + " " + path;
  }

  private static <T> List<T> and(List<T> list, T more) {
    List<T> both = new ArrayList<>(list);
    both.add(more);
    return both;
  }
}
