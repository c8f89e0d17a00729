package parley.contract.generated;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** A page in the making. */
final class Markdown {
  private final StringBuilder out = new StringBuilder();

  Markdown(String title) {
    out.append("<!-- ").append(Generated.NOTICE).append(" -->\n\n# ").append(title).append('\n');
  }

  Markdown heading(String text) {
    out.append("\n## ").append(text).append('\n');
    return this;
  }

  Markdown subheading(String text) {
    out.append("\n### ").append(text).append('\n');
    return this;
  }

  Markdown paragraph(String text) {
    out.append('\n').append(text).append('\n');
    return this;
  }

  Markdown table(String... columns) {
    out.append('\n');
    row(columns);
    out.append("|---".repeat(columns.length)).append("|\n");
    return this;
  }

  Markdown row(String... cells) {
    for (String cell : cells) {
      out.append("| ").append(cell.replace("|", "\\|")).append(' ');
    }
    out.append("|\n");
    return this;
  }

  String text() {
    return out.toString();
  }

  static String code(String text) {
    return "`" + text + "`";
  }

  static String codes(Collection<?> texts) {
    return texts.stream().map(text -> code(text.toString())).collect(Collectors.joining(", "));
  }

  /** A link to the heading of a message on the same page. */
  static String link(Class<?> type) {
    String name = type.getSimpleName();
    return "[" + name + "](#" + name.toLowerCase(java.util.Locale.ROOT) + ")";
  }

  /** A component's type in words. */
  static String words(Type type) {
    if (type instanceof ParameterizedType list) {
      return "list of " + words(list.getActualTypeArguments()[0]);
    }
    Class<?> found = (Class<?>) type;
    if (found == String.class) {
      return "text";
    }
    if (List.of(boolean.class, Boolean.class).contains(found)) {
      return "true or false";
    }
    if (List.of(int.class, Integer.class, long.class, Long.class).contains(found)) {
      return "whole number";
    }
    return link(found);
  }
}
