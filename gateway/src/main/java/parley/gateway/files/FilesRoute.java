package parley.gateway.files;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import parley.contract.FailureCode;
import parley.gateway.http.Refusal;

/**
 * Serves the client's files. A page address that is no file gives the start page, which knows what
 * to show; addresses of the server never do.
 */
public final class FilesRoute implements Handler<RoutingContext> {
  private static final List<String> OF_THE_SERVER = List.of("api", "eventbus", "health", "metrics");

  private final WebFiles files;

  public FilesRoute(WebFiles files) {
    this.files = files;
  }

  /** Takes what no other route of the router took. */
  public void mount(Router router) {
    router.route().last().handler(this);
  }

  @Override
  public void handle(RoutingContext context) {
    HttpServerRequest request = context.request();
    String path = context.normalizedPath().substring(1);
    if (isOfTheServer(path)) {
      context.fail(404);
    } else if (request.method() != HttpMethod.GET && request.method() != HttpMethod.HEAD) {
      context.response().putHeader("Allow", "GET, HEAD");
      context.fail(Refusal.of(405, FailureCode.UNKNOWN_ADDRESS));
    } else {
      find(path, request)
          .ifPresentOrElse(
              file -> FileAnswer.send(file, context).onFailure(context::fail),
              () -> context.fail(404));
    }
  }

  private Optional<WebFile> find(String path, HttpServerRequest request) {
    String accept = request.getHeader("Accept");
    boolean page = accept != null && accept.contains("text/html") && !path.startsWith("assets/");
    return files.at(path).or(() -> page ? files.index() : Optional.empty());
  }

  private static boolean isOfTheServer(String path) {
    return OF_THE_SERVER.stream().anyMatch(own -> path.equals(own) || path.startsWith(own + "/"));
  }
}
