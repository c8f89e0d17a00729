package parley.gateway.api;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Optional;
import parley.bus.BusClient;
import parley.contract.Catalog;
import parley.gateway.avatar.Darkroom;
import parley.gateway.docs.Documents;
import parley.gateway.files.WebFiles;
import parley.gateway.mail.Mailer;
import parley.gateway.password.PasswordHasher;
import parley.gateway.session.KeyRing;
import parley.gateway.session.SessionWatch;

/**
 * What a gateway process has once, for all its event loops.
 *
 * @param watch already started
 * @param mailer absent where no mail is sent
 */
public record ApiParts(
    ApiConfig config,
    KeyRing keys,
    SessionWatch watch,
    PasswordHasher passwords,
    Optional<Mailer> mailer,
    Darkroom darkroom,
    WebFiles files,
    Documents documents) {

  /**
   * Reads keys and files, and writes the documents, off the event loop and starts the watch on the
   * current context. Fails with {@link parley.gateway.session.SigningKeysException} if the keys
   * cannot be used.
   */
  public static Future<ApiParts> load(
      Vertx vertx, BusClient bus, ApiConfig config, Catalog catalog) {
    SessionWatch watch = new SessionWatch(vertx, bus, config.session());
    return vertx
        .executeBlocking(() -> read(vertx, config, catalog, watch))
        .onSuccess(parts -> parts.keys().watch(vertx))
        .compose(parts -> watch.start().map(parts));
  }

  /** Stops the watch over sessions and keys and ends the threads. */
  public Future<Void> close(Vertx vertx) {
    watch.stop();
    keys.stop(vertx);
    Future<Void> letters = mailer.map(Mailer::close).orElseGet(Future::succeededFuture);
    return letters.eventually(passwords::close).eventually(darkroom::close);
  }

  private static ApiParts read(Vertx vertx, ApiConfig config, Catalog catalog, SessionWatch watch) {
    KeyRing keys = KeyRing.load(config.session().requiredKeyFile());
    WebFiles files = WebFiles.load(ApiParts.class.getClassLoader(), WebFiles.FOLDER);
    Documents documents = Documents.of(config.http(), catalog, Surface.DECLARED.all());
    return new ApiParts(
        config,
        keys,
        watch,
        new PasswordHasher(vertx, config.password()),
        mailer(vertx, config),
        new Darkroom(vertx),
        files,
        documents);
  }

  /** Where mail is sent, by the address that people type. */
  static Optional<Mailer> mailer(Vertx vertx, ApiConfig config) {
    return config
        .http()
        .publicUrl()
        .filter(page -> config.mail().sends())
        .map(page -> new Mailer(vertx, config.mail(), page));
  }
}
