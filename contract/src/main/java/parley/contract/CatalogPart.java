package parley.contract;

import java.util.List;

/**
 * The declarations of one context or of one extension. An extension names its part in {@code
 * META-INF/services/parley.contract.CatalogPart}; nothing else has to change for it.
 */
public interface CatalogPart {
  /** What can be asked. */
  List<Operation<?, ?>> operations();

  /** What browsers can listen to. */
  default List<Topic<?>> topics() {
    return List.of();
  }

  /** What processes tell each other. */
  default List<Signal<?>> signals() {
    return List.of();
  }
}
