package parley.gateway.files;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/**
 * One file, ready to be sent. Immutable.
 *
 * @param plain its bytes
 * @param gzip the same compressed; null where that saves nothing
 * @param etag strong, of the plain bytes; quoted
 * @param cacheControl a name with a content hash may be kept for ever, any other is asked for again
 */
public record WebFile(
    String contentType, Buffer plain, Buffer gzip, String etag, String cacheControl) {
  private static final String HASHED = "assets/";
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("mjs", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("map", "application/json"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("webp", "image/webp"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("wasm", "application/wasm"),
          Map.entry("txt", "text/plain; charset=utf-8"));
  private static final Set<String> COMPRESSED_ALREADY = Set.of("png", "webp", "woff2");

  /** A file of the client, by its path. */
  static WebFile of(String path, byte[] bytes) {
    String extension = path.substring(path.lastIndexOf('.') + 1);
    return new WebFile(
        TYPES.getOrDefault(extension, "application/octet-stream"),
        Buffer.buffer(bytes),
        COMPRESSED_ALREADY.contains(extension) ? null : smaller(bytes),
        "\"" + hash(bytes) + "\"",
        path.startsWith(HASHED) ? "public, max-age=31536000, immutable" : "no-cache");
  }

  /** JSON that the server itself wrote, to be kept for {@code seconds}. */
  public static WebFile ofJson(byte[] bytes, int seconds) {
    return new WebFile(
        TYPES.get("json"),
        Buffer.buffer(bytes),
        smaller(bytes),
        "\"" + hash(bytes) + "\"",
        "public, max-age=" + seconds);
  }

  /** The tag of the compressed form, which is another sequence of bytes. */
  String gzipEtag() {
    return etag.substring(0, etag.length() - 1) + "-gz\"";
  }

  private static Buffer smaller(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.size() < bytes.length ? Buffer.buffer(out.toByteArray()) : null;
  }

  private static String hash(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 22);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
