package parley.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that is declared, found by address or by name. Immutable. */
public final class Catalog {
  /** The version of the contract that clients announce; grows with every change of it. */
  public static final int VERSION = 1;

  private final Map<String, Operation<?, ?>> operations = new LinkedHashMap<>();
  private final List<Topic<?>> topics = new ArrayList<>();
  private final List<Signal<?>> signals = new ArrayList<>();
  private final Map<String, Class<?>> messages = new LinkedHashMap<>();

  private Catalog(List<CatalogPart> parts) {
    parts.forEach(this::add);
  }

  /** The catalogue of exactly these parts; a name declared twice is refused. */
  public static Catalog of(List<CatalogPart> parts) {
    return new Catalog(parts);
  }

  /** What Parley itself declares. */
  public static Catalog core() {
    return new Catalog(CoreCatalog.PARTS);
  }

  /** What Parley declares, and these parts of extensions; a name declared twice is refused. */
  public static Catalog with(List<CatalogPart> extensions) {
    List<CatalogPart> parts = new ArrayList<>(CoreCatalog.PARTS);
    parts.addAll(extensions);
    return new Catalog(parts);
  }

  private void add(CatalogPart part) {
    for (Operation<?, ?> operation : part.operations()) {
      if (operations.putIfAbsent(operation.address(), operation) != null) {
        throw new IllegalArgumentException("declared twice: " + operation);
      }
      name(operation.request());
      name(operation.reply());
    }
    for (Topic<?> topic : part.topics()) {
      if (topics.stream().anyMatch(other -> other.form().equals(topic.form()))) {
        throw new IllegalArgumentException("declared twice: " + topic);
      }
      topics.add(topic);
      name(topic.event());
    }
    for (Signal<?> signal : part.signals()) {
      if (signals.stream().anyMatch(other -> other.address().equals(signal.address()))) {
        throw new IllegalArgumentException("declared twice: " + signal.address());
      }
      signals.add(signal);
      name(signal.event());
    }
  }

  private void name(Class<?> message) {
    Class<?> other = messages.putIfAbsent(message.getSimpleName(), message);
    if (other != null && other != message) {
      throw new IllegalArgumentException("two messages named " + message.getSimpleName());
    }
  }

  public List<Operation<?, ?>> operations() {
    return List.copyOf(operations.values());
  }

  public List<Topic<?>> topics() {
    return List.copyOf(topics);
  }

  public List<Signal<?>> signals() {
    return List.copyOf(signals);
  }

  /** Requests, replies and events by the name that travels between processes. */
  public Map<String, Class<?>> messages() {
    return Collections.unmodifiableMap(messages);
  }

  /** The operation at this address if a browser may call it: the gate's whole allow-list. */
  public Optional<Operation<?, ?>> openToBrowsers(String address) {
    return Optional.<Operation<?, ?>>ofNullable(operations.get(address))
        .filter(operation -> operation.exposure() == Exposure.BROWSER);
  }

  /** The topic that this logical address belongs to. */
  public Optional<Topic<?>> topicOf(String address) {
    return topics.stream().filter(topic -> topic.idIn(address).isPresent()).findFirst();
  }
}
