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
   * Throws if a path of the router belongs to no declared route. What serves all that is below a
   * path must have a declared route there; what has no path at all, such as the client's files, is
   * not looked at.
   */
  public void require(Router router) {
    refuse(
        router.getRoutes().stream()
            .filter(mounted -> mounted.getPath() != null && !isDeclared(mounted))
            .map(io.vertx.ext.web.Route::getPath)
            .toList());
  }

  private boolean isDeclared(io.vertx.ext.web.Route mounted) {
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
