package parley.contract.generated;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import parley.contract.Catalog;
import parley.contract.CloseCode;
import parley.contract.Exposure;
import parley.contract.FailureCode;
import parley.contract.Operation;
import parley.contract.Topic;
import parley.contract.schema.Shape;
import parley.contract.schema.Shapes;

/** The contract as the browser's compiler sees it: what browsers send and receive, no more. */
final class TypeScriptFile {
  private final StringBuilder out = new StringBuilder();
  private final Catalog catalog;
  private final Shapes shapes;

  private TypeScriptFile(Catalog catalog) {
    this.catalog = catalog;
    this.shapes = Shapes.ofBrowsers(catalog);
  }

  static String of(Catalog catalog) {
    TypeScriptFile file = new TypeScriptFile(catalog);
    file.line("// " + Generated.NOTICE);
    file.line("");
    file.doc("", "Announced to the server when the socket opens.");
    file.line("export const CONTRACT_VERSION = " + Catalog.VERSION + ";");
    file.shapes.all().forEach(file::type);
    file.operations();
    file.topics();
    file.failures();
    file.closeCodes();
    file.limits();
    return file.out.toString();
  }

  private void type(Shape shape) {
    line("");
    doc("", shape.doc());
    if (shape instanceof Shape.Id id) {
      line("export type " + id.name() + " = string;");
    } else if (shape instanceof Shape.Choice choice) {
      union(choice.name(), choice.texts().stream().map(TypeScriptFile::quoted).toList());
    } else if (shape instanceof Shape.Union union) {
      union(union.name(), union.cases());
    } else if (shape instanceof Shape.Message message) {
      message(message);
    }
  }

  private void union(String name, List<String> cases) {
    String oneLine = "export type " + name + " = " + String.join(" | ", cases) + ";";
    if (oneLine.length() <= Generated.COLUMNS) {
      line(oneLine);
    } else {
      line("export type " + name + " =");
      line("  | " + String.join("\n  | ", cases) + ";");
    }
  }

  private void message(Shape.Message message) {
    if (message.fields().isEmpty() && message.tag() == null) {
      line("export type " + message.name() + " = Record<string, never>;");
      return;
    }
    line("export type " + message.name() + " = {");
    if (message.tag() != null) {
      line("  readonly type: " + quoted(message.tag()) + ";");
    }
    for (Shape.Field field : message.fields()) {
      doc("  ", field.doc());
      String name = field.name() + (field.optional() ? "?: " : ": ");
      line("  readonly " + name + type(field.type()) + ";");
    }
    line("};");
  }

  private void operations() {
    List<Operation<?, ?>> open = new ArrayList<>(catalog.operations());
    open.removeIf(operation -> operation.exposure() != Exposure.BROWSER);
    line("");
    doc("", "What can be asked, by address.");
    line("export type Operations = {");
    for (Operation<?, ?> operation : open) {
      String refusals =
          operation.refusals().stream().map(Enum::name).collect(Collectors.joining(", "));
      doc("  ", operation.summary() + (refusals.isEmpty() ? "" : " Refusals: " + refusals + "."));
      line("  readonly " + quoted(operation.address()) + ": {");
      line("    readonly request: " + type(operation.request()) + ";");
      line("    readonly reply: " + type(operation.reply()) + ";");
      line("  };");
    }
    line("};");
    line("");
    doc("", "Every address that can be asked.");
    line("export const BROWSER_OPERATIONS = [");
    open.forEach(operation -> line("  " + quoted(operation.address()) + ","));
    line("] as const satisfies readonly (keyof Operations)[];");
  }

  private void topics() {
    line("");
    doc("", "What can be listened to, by the form of the address.");
    line("export type Topics = {");
    for (Topic<?> topic : catalog.topics()) {
      doc("  ", topic.summary());
      line("  readonly " + quoted(topic.form()) + ": " + type(topic.event()) + ";");
    }
    line("};");
    for (Topic<?> topic : catalog.topics()) {
      line("");
      doc("", topic.summary());
      line("export function " + functionName(topic.form()) + "(id: string): string {");
      line("  return `" + topic.form().replace("{id}", "${id}") + "`;");
      line("}");
    }
  }

  private static String functionName(String form) {
    return Pattern.compile("\\.(?:\\{id}\\.)?([a-z])")
        .matcher(form)
        .replaceAll(letter -> letter.group(1).toUpperCase(java.util.Locale.ROOT));
  }

  private void failures() {
    line("");
    doc("", "Every way in which a request can fail; the thousand tells what to do, see DUTY.");
    line("export const FailureCode = {");
    for (FailureCode code : FailureCode.values()) {
      doc("  ", code.meaning());
      line("  " + code.name() + ": " + code.number() + ",");
    }
    line("} as const;");
    line("");
    line("export type FailureName = keyof typeof FailureCode;");
    line("");
    doc("", "What to do about a failure, by Math.floor(number / 1000): also for unknown numbers.");
    line("export const DUTY = {");
    for (int thousand = 1; thousand <= 3; thousand++) {
      line("  " + thousand + ": " + quoted(FailureCode.duty(thousand * 1000)) + ",");
    }
    line("} as const;");
  }

  private void closeCodes() {
    line("");
    doc("", "Why the server closes a socket: the code of the close event.");
    line("export const CloseCode = {");
    for (CloseCode code : CloseCode.values()) {
      doc("  ", code.reason());
      line("  " + code.name() + ": " + code.number() + ",");
    }
    line("} as const;");
  }

  private void limits() {
    line("");
    doc("", "Bounds that the server checks, so that a form can tell them before it sends.");
    line("export const LIMITS = {");
    for (Shape shape : shapes.all()) {
      if (shape instanceof Shape.Message message && !message.limits().isEmpty()) {
        line("  " + message.name() + ": { " + entries(message.limits()) + " },");
      }
    }
    line("} as const;");
  }

  private static String entries(Map<String, Integer> limits) {
    return limits.entrySet().stream()
        .map(limit -> limit.getKey() + ": " + limit.getValue())
        .collect(Collectors.joining(", "));
  }

  private static String type(Type type) {
    if (type instanceof ParameterizedType list) {
      return "readonly " + type(list.getActualTypeArguments()[0]) + "[]";
    }
    if (type == String.class) {
      return "string";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "boolean";
    }
    if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
      return "number";
    }
    return ((Class<?>) type).getSimpleName();
  }

  private void doc(String indent, String sentence) {
    if (!sentence.isEmpty()) {
      Generated.wrapped(sentence, indent + "/** ", indent + " * ", " */").forEach(this::line);
    }
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
