package parley.contract.generated;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import parley.contract.Catalog;
import parley.contract.Exposure;
import parley.contract.Operation;
import parley.contract.Signal;
import parley.contract.Topic;
import parley.contract.schema.Shape;
import parley.contract.schema.Shapes;

/** The reference page of everything that crosses the bus. */
final class ContractPage {
  private final Markdown page = new Markdown("Contract");
  private final Catalog catalog;

  private ContractPage(Catalog catalog) {
    this.catalog = catalog;
  }

  static String of(Catalog catalog) {
    ContractPage contract = new ContractPage(catalog);
    contract.introduction();
    contract.operations(
        "Operations open to browsers",
        "This list is the gate's allow-list: what is not in it is answered `UNKNOWN_ADDRESS`.",
        Exposure.BROWSER);
    contract.operations(
        "Operations between verticles",
        "No browser and no program reaches these.",
        Exposure.INTERNAL);
    contract.topics();
    contract.signals();
    contract.messages();
    return contract.page.text();
  }

  private void introduction() {
    page.paragraph("Version " + Catalog.VERSION + ".")
        .paragraph(
            "Every operation is idempotent: a caller may repeat it after a time-out. "
                + "Beside the refusals listed, each may fail with the generic codes of "
                + "[failures.md](failures.md). "
                + "Keys are camelCase, identifiers are lower-case UUIDs, instants are epoch "
                + "milliseconds and end in `At`, lengths of time end in `Ms`. "
                + "What is absent has no key; null is not written.");
  }

  private void operations(String heading, String explanation, Exposure exposure) {
    page.heading(heading)
        .paragraph(explanation)
        .table("Address", "What it does", "Request", "Reply", "Refusals", "Deadline");
    for (Operation<?, ?> operation : catalog.operations()) {
      if (operation.exposure() == exposure) {
        page.row(
            Markdown.code(operation.address()),
            operation.summary(),
            Markdown.link(operation.request()),
            Markdown.link(operation.reply()),
            Markdown.codes(operation.refusals()),
            seconds(operation.deadline()));
      }
    }
  }

  private static String seconds(Duration deadline) {
    return deadline.toMillis() % 1000 == 0
        ? deadline.toSeconds() + " s"
        : deadline.toMillis() + " ms";
  }

  private void topics() {
    page.heading("Topics")
        .paragraph(
            "Logical addresses that browsers and programs listen to. Events may be lost on the way "
                + "and are then found by their numbers; where only the newest counts, a new "
                + "listener hears it first.")
        .table("Address", "What it tells", "Event", "Which count", "Who may listen is asked of");
    for (Topic<?> topic : catalog.topics()) {
      page.row(
          Markdown.code(topic.form()),
          topic.summary(),
          Markdown.link(topic.event()),
          topic.keepsNewest() ? "the newest" : "all",
          Markdown.code(topic.authorisedBy().address()));
    }
  }

  private void signals() {
    page.heading("Signals")
        .paragraph(
            "Told to every process that listens, or to one of them, at most once; never to browsers.")
        .table("Address", "What it tells", "Event");
    for (Signal<?> signal : catalog.signals()) {
      page.row(Markdown.code(signal.address()), signal.summary(), Markdown.link(signal.event()));
    }
  }

  private void messages() {
    page.heading("Messages");
    Shapes.ofAll(catalog).all().forEach(this::message);
  }

  private void message(Shape shape) {
    page.subheading(shape.name()).paragraph(shape.doc());
    if (shape instanceof Shape.Choice choice) {
      page.paragraph("One of " + Markdown.codes(choice.texts()) + ".");
    } else if (shape instanceof Shape.Union union) {
      page.paragraph("Told apart by `type`: " + links(union.cases()) + ".");
    } else if (shape instanceof Shape.Id) {
      page.paragraph("Travels as text.");
    } else if (shape instanceof Shape.Message message) {
      fields(message);
    }
  }

  private void fields(Shape.Message message) {
    if (message.fields().isEmpty() && message.tag() == null) {
      page.paragraph("Without fields.");
      return;
    }
    page.table("Field", "Type", "Meaning");
    if (message.tag() != null) {
      page.row(Markdown.code("type"), Markdown.code(message.tag()), "Tells which case it is.");
    }
    for (Shape.Field field : message.fields()) {
      String optional = field.optional() ? ", may be absent" : "";
      page.row(Markdown.code(field.name()), Markdown.words(field.type()) + optional, field.doc());
    }
  }

  private static String links(List<String> names) {
    return names.stream()
        .map(name -> "[" + name + "](#" + name.toLowerCase(java.util.Locale.ROOT) + ")")
        .collect(Collectors.joining(", "));
  }
}
