package parley.contract.health;

import java.time.Duration;
import java.util.List;
import parley.contract.CatalogPart;
import parley.contract.Operation;

/** Asked by the readiness page of every gateway. A part that does not answer is down. */
public final class HealthOperations implements CatalogPart {
  public static final Operation<ReadHealth, Health> CHAT_HEALTH = of("chat");
  public static final Operation<ReadHealth, Health> PRESENCE_HEALTH = of("presence");
  public static final Operation<ReadHealth, Health> PERSISTENCE_HEALTH = of("persistence");

  private static Operation<ReadHealth, Health> of(String context) {
    return Operation.named(context + ".health.read")
        .summary("Whether " + context + " can do its work.")
        .request(ReadHealth.class)
        .reply(Health.class)
        .deadline(Duration.ofSeconds(1));
  }

  @Override
  public List<Operation<?, ?>> operations() {
    return List.of(CHAT_HEALTH, PRESENCE_HEALTH, PERSISTENCE_HEALTH);
  }
}
