package dice;

import io.vertx.core.Deployable;
import java.util.function.Supplier;
import parley.config.ConfigReader;
import parley.extension.Extension;

/** What the launcher finds in the jar. */
public final class DiceExtension implements Extension {
  @Override
  public String name() {
    return "dice";
  }

  @Override
  public Supplier<? extends Deployable> configured(ConfigReader in) {
    Dice dice = new Dice(DiceConfig.from(in).seedBytes());
    return () -> new DiceVerticle(dice);
  }
}
