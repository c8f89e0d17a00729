package dice;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import parley.bus.BusClient;
import parley.bus.BusServer;

/** Builds the parts and serves the {@link DiceOperations}. Deployed means reachable. */
final class DiceVerticle extends VerticleBase {
  private final Dice dice;

  DiceVerticle(Dice dice) {
    this.dice = dice;
  }

  @Override
  public Future<?> start() {
    BusClient bus = new BusClient(vertx);
    BusServer server = new BusServer(vertx.eventBus());
    Members members = new Members(bus);
    return Future.all(
        server.serve(DiceOperations.THROW_DICE, new ThrowDiceHandler(members, dice, bus)),
        server.serve(DiceOperations.AUTHORISE_ROLLS, new AuthoriseRollsHandler(members)));
  }
}
