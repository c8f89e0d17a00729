package parley.gateway.docs;

import io.vertx.core.json.JsonObject;

/** The licence as both documents tell it. */
final class Licence {
  static final JsonObject APACHE =
      new JsonObject()
          .put("name", "Apache-2.0")
          .put("url", "https://www.apache.org/licenses/LICENSE-2.0");

  private Licence() {}
}
