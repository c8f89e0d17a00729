package parley.contract.health;

import java.util.List;
import parley.contract.Check;
import parley.contract.Doc;

@Doc("What a part depends on.")
public record Health(@Doc("The dependencies, 20 at most.") List<PartHealth> parts) {
  public Health {
    parts = Check.list("parts", parts, 0, 20);
  }
}
