package parley.gateway.http;

import io.vertx.ext.web.Router;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a router may serve: routes that are declared, and nothing beside them. */
public final class DeclaredRoutes {
  private final List<Route> declared;

  public DeclaredRoutes(List<Route> declared) {
    this.declared = List.copyOf(declared);
  }

  /** Everything that the OpenAPI document tells. */
  public List<Route> all() {
    return declared;
  }

  /** Throws if one of these is not declared. */
  public void require(Collection<Route> answered) {
    Set<Route> unknown = new HashSet<>(answered);
    declared.forEach(unknown::remove);
    refuse(unknown);
  }

  /**
   * Throws if a path of the router belongs to no declared route, or is a regular expression. Only
   * paths are compared: which methods a path answers is seen to by {@link Endpoints}, which takes
   * declared routes alone. What serves all that is below a path, such as a check of origins, must
   * have a declared route there; what has no path at all, such as the client's files, is not looked
   * at.
   */
  public void require(Router router) {
    refuse(
        router.getRoutes().stream()
            .filter(mounted -> !isDeclared(mounted))
            .map(mounted -> mounted.getName())
            .toList());
  }

  private boolean isDeclared(io.vertx.ext.web.Route mounted) {
    if (mounted.getPath() == null) {
      return !mounted.isRegexPath();
    }
    return declared.stream()
        .map(Route::routerPath)
        .anyMatch(
            own ->
                mounted.isExactPath()
                    ? own.equals(mounted.getPath())
                    : own.startsWith(mounted.getPath()));
  }

  private static void refuse(Collection<?> unknown) {
    if (!unknown.isEmpty()) {
      throw new IllegalStateException("served but not declared: " + unknown);
    }
  }
}
