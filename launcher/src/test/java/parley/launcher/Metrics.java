package parley.launcher;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import parley.testkit.bridge.Person;

/** Reads one figure from the metrics page, as a monitoring system does. */
public final class Metrics {
  private Metrics() {}

  public static double read(TestParley parley, String name) {
    return read(parley.people, parley.managementPort(), name);
  }

  /** Of the process with this management port. */
  public static double read(Vertx people, int port, String name) {
    String page =
        Person.call(people, port, HttpMethod.GET, "/metrics", null, null)
            .expect(200)
            .content()
            .toString();
    return page.lines()
        .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
