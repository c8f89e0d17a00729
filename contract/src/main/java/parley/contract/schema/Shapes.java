package parley.contract.schema;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parley.contract.Bounds;
import parley.contract.Catalog;
import parley.contract.Doc;
import parley.contract.Exposure;
import parley.contract.Json;
import parley.contract.Operation;
import parley.contract.Signal;
import parley.contract.Topic;

/** Reads records, enumerations and unions by reflection, each once, in the order first met. */
public final class Shapes {
  private final Map<Class<?>, Shape> shapes = new LinkedHashMap<>();
  private final Map<String, Class<?>> byName = new HashMap<>();

  private Shapes() {}

  /** These types and whatever they hold. */
  public static Shapes of(Iterable<? extends Type> types) {
    Shapes shapes = new Shapes();
    types.forEach(shapes::add);
    return shapes;
  }

  /** Everything that a browser can send or receive. */
  public static Shapes ofBrowsers(Catalog catalog) {
    Shapes shapes = new Shapes();
    for (Operation<?, ?> operation : catalog.operations()) {
      if (operation.exposure() == Exposure.BROWSER) {
        shapes.add(operation.request());
        shapes.add(operation.reply());
      }
    }
    catalog.topics().stream().map(Topic::event).forEach(shapes::add);
    return shapes;
  }

  /** Everything that crosses the bus. */
  public static Shapes ofAll(Catalog catalog) {
    Shapes shapes = ofBrowsers(catalog);
    for (Operation<?, ?> operation : catalog.operations()) {
      shapes.add(operation.request());
      shapes.add(operation.reply());
    }
    catalog.signals().stream().map(Signal::event).forEach(shapes::add);
    return shapes;
  }

  public Collection<Shape> all() {
    return shapes.values();
  }

  public Collection<Class<?>> types() {
    return shapes.keySet();
  }

  /** The shape of each type, in the order first met. */
  public Map<Class<?>, Shape> byType() {
    return Collections.unmodifiableMap(shapes);
  }

  /**
   * What a type is called in everything that is derived: by its simple name, and those of
   * extensions by their whole one, since nobody keeps two of them from sharing the simple one.
   */
  public static String nameOf(Class<?> type) {
    String whole = type.getName().replace('$', '.');
    return whole.startsWith("parley.") ? type.getSimpleName() : whole;
  }

  /** The types in {@code type} that have a shape: itself, or the elements of a list. */
  private void add(Type type) {
    if (type instanceof ParameterizedType list) {
      add(list.getActualTypeArguments()[0]);
    } else if (type instanceof Class<?> found && isOurs(found) && isNew(found)) {
      shapes.put(found, null);
      shapes.put(found, shape(found));
    }
  }

  /** Of a class that two jars hold, the one that is met first is shown. */
  private boolean isNew(Class<?> type) {
    Class<?> other = byName.putIfAbsent(nameOf(type), type);
    if (other != null && !other.getName().equals(type.getName())) {
      throw new IllegalArgumentException("two types named " + nameOf(type));
    }
    return other == null;
  }

  private static boolean isOurs(Class<?> type) {
    return type.isRecord() || type.isEnum() || type.isSealed();
  }

  private Shape shape(Class<?> type) {
    String name = nameOf(type);
    if (type.isEnum()) {
      return new Shape.Choice(
          name, doc(type), Arrays.stream(type.getEnumConstants()).map(Shapes::text).toList());
    }
    if (type.isSealed()) {
      List<Class<?>> cases = List.of(type.getPermittedSubclasses());
      cases.forEach(this::add);
      return new Shape.Union(name, doc(type), cases.stream().map(Shapes::nameOf).toList());
    }
    if (travelsAsText(type)) {
      return new Shape.Id(name, doc(type), type.getAnnotation(Bounds.class));
    }
    List<Shape.Field> fields = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      if (!component.getAccessor().isAnnotationPresent(JsonIgnore.class)) {
        add(component.getGenericType());
        fields.add(field(component));
      }
    }
    return new Shape.Message(name, doc(type), tag(type), fields, limits(type));
  }

  /** Whether the record is an identifier: one text, without fields of its own. */
  public static boolean travelsAsText(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .anyMatch(method -> method.isAnnotationPresent(JsonValue.class));
  }

  private static Shape.Field field(RecordComponent component) {
    Doc doc = component.getAnnotation(Doc.class);
    return new Shape.Field(
        component.getName(),
        doc == null ? "" : doc.value(),
        doc != null && doc.optional(),
        component.getGenericType(),
        component.getAnnotation(Bounds.class));
  }

  private static String doc(Class<?> type) {
    Doc doc = type.getAnnotation(Doc.class);
    return doc == null ? "" : doc.value();
  }

  private static String text(Object constant) {
    return Json.encode(constant).replace("\"", "");
  }

  private static String tag(Class<?> type) {
    return Arrays.stream(type.getInterfaces())
        .filter(parent -> parent.isAnnotationPresent(JsonSubTypes.class))
        .flatMap(parent -> Arrays.stream(parent.getAnnotation(JsonSubTypes.class).value()))
        .filter(entry -> entry.value() == type)
        .map(JsonSubTypes.Type::name)
        .findFirst()
        .orElse(null);
  }

  private static Map<String, Integer> limits(Class<?> type) {
    Map<String, Integer> limits = new LinkedHashMap<>();
    for (Field field : type.getDeclaredFields()) {
      int modifiers = field.getModifiers();
      if (field.getType() == int.class
          && Modifier.isPublic(modifiers)
          && Modifier.isStatic(modifiers)) {
        limits.put(field.getName(), valueOf(field));
      }
    }
    return limits;
  }

  private static int valueOf(Field constant) {
    try {
      return constant.getInt(null);
    } catch (IllegalAccessException notPublic) {
      throw new IllegalStateException(notPublic);
    }
  }
}
