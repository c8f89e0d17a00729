package parley.launcher;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/** An access token, with what everybody can read in it. */
record ReadableToken(String text) {
  /** The name of the key that signed it. */
  String kid() {
    return part(0).getString("kid");
  }

  /** When it ends. */
  Instant endsAt() {
    return Instant.ofEpochSecond(part(1).getLong("exp"));
  }

  private JsonObject part(int index) {
    byte[] json = Base64.getUrlDecoder().decode(text.split("\\.")[index]);
    return new JsonObject(new String(json, StandardCharsets.UTF_8));
  }
}
