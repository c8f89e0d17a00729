package parley.contract.generated;

import java.util.List;
import parley.contract.Catalog;
import parley.contract.schema.Shapes;

/** The records that a catalogue is made of. */
public final class Messages {
  private Messages() {}

  /** Every record that crosses the bus, those within others included; identifiers are not. */
  public static List<Class<?>> of(Catalog catalog) {
    return Shapes.ofAll(catalog).types().stream()
        .filter(type -> type.isRecord() && !Shapes.travelsAsText(type))
        .toList();
  }
}
