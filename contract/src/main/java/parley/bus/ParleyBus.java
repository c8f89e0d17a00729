package parley.bus;

import io.vertx.core.Vertx;
import parley.contract.Catalog;

/** Prepares the event bus of a process; called once, before the first verticle is deployed. */
public final class ParleyBus {
  private ParleyBus() {}

  /** Registers the codec for the messages of {@code catalog} and for records in general. */
  public static void install(Vertx vertx, Catalog catalog) {
    vertx
        .eventBus()
        .registerCodec(new RecordCodec(catalog))
        .codecSelector(body -> body instanceof Record ? RecordCodec.NAME : null);
  }
}
