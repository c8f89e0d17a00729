package parley.launcher;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.PrintStream;
import java.time.Duration;
import java.util.UUID;
import parley.bus.BusClient;
import parley.contract.Caller;
import parley.contract.account.AdministrationOffered;
import parley.contract.account.AdministrationOperations;
import parley.contract.account.OfferAdministration;
import parley.gateway.account.Secrets;

/**
 * Tells the console how to become administrator, where there is none yet. The secret is new at each
 * start, which makes the one before worthless; it goes to the console and nowhere else.
 */
final class FirstAdministrator {
  private static final Duration ALLOWED = Duration.ofSeconds(5);

  private FirstAdministrator() {}

  /** Completes when it is told; it is no failure if nobody could be asked. */
  static Future<Void> offer(Vertx vertx, PrintStream console) {
    String secret = Secrets.draw();
    OfferAdministration request = new OfferAdministration(Secrets.hash(secret));
    Caller self = Caller.process(UUID.randomUUID().toString(), ALLOWED);
    return new BusClient(vertx)
        .request(AdministrationOperations.OFFER_ADMINISTRATION, request, self)
        .map(AdministrationOffered::open)
        .otherwise(false)
        .map(
            open -> {
              if (open) {
                console.println("To become administrator: " + secret);
              }
              return null;
            });
  }
}
