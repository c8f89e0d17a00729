package parley.bus;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.MessageCodec;
import java.nio.charset.StandardCharsets;
import parley.contract.Catalog;
import parley.contract.Json;

/**
 * The one codec for all messages. Within a process a record travels by reference; between processes
 * its name in the catalogue and its JSON do, never a Java class. A name that this process does not
 * know stays {@link RawJson}.
 */
final class RecordCodec implements MessageCodec<Object, Object> {
  static final String NAME = "parley";

  private final Catalog catalog;

  RecordCodec(Catalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public void encodeToWire(Buffer buffer, Object body) {
    boolean raw = body instanceof RawJson;
    append(buffer, raw ? ((RawJson) body).name() : body.getClass().getSimpleName());
    append(buffer, raw ? ((RawJson) body).json() : Json.encode(body));
  }

  @Override
  public Object decodeFromWire(int position, Buffer buffer) {
    int nameLength = buffer.getInt(position);
    int jsonAt = position + Integer.BYTES + nameLength;
    String name = text(buffer, position + Integer.BYTES, nameLength);
    String json = text(buffer, jsonAt + Integer.BYTES, buffer.getInt(jsonAt));
    Class<?> type = catalog.messages().get(name);
    return type == null ? new RawJson(name, json) : Json.decodeLeniently(json, type);
  }

  @Override
  public Object transform(Object body) {
    return body;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public byte systemCodecID() {
    return -1;
  }

  private static void append(Buffer buffer, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    buffer.appendInt(bytes.length).appendBytes(bytes);
  }

  private static String text(Buffer buffer, int at, int length) {
    return buffer.getString(at, at + length, StandardCharsets.UTF_8.name());
  }
}
