package parley.contract.health;

import parley.contract.Check;
import parley.contract.Doc;

@Doc("One dependency of a part.")
public record PartHealth(
    @Doc("Its name, such as postgres.") String name,
    @Doc("Whether it answered just now.") boolean up) {
  public PartHealth {
    name = Check.line("name", name, 1, 40);
  }
}
