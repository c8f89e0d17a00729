package parley.contract;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.contract.feed.Subscribe;
import parley.contract.feed.Subscription;

/**
 * A logical name under which events reach browsers, such as {@code conversation.{id}.events}. No
 * bus address exists per id: all deliveries travel on one physical address, and each gateway
 * process knows which of its sockets listen.
 *
 * @param <E> the event record; {@link parley.contract.feed.Range} for numbered feeds
 */
public final class Topic<E> {
  private static final Pattern FORM = Pattern.compile("[a-z]+\\.\\{id}\\.[a-z]+");
  private static final String ID = "([A-Za-z0-9_-]{1,64})";

  private final String form;
  private final String summary;
  private final Class<E> event;
  private final Operation<Subscribe, Subscription> authorisedBy;
  private final boolean newestOnly;
  private final Pattern pattern;

  private Topic(
      String form,
      String summary,
      Class<E> event,
      Operation<Subscribe, Subscription> authorisedBy,
      boolean newestOnly) {
    this.form = form;
    this.summary = summary;
    this.event = event;
    this.authorisedBy = authorisedBy;
    this.newestOnly = newestOnly;
    this.pattern = Pattern.compile(form.replace(".", "\\.").replace("{id}", ID));
  }

  /** Starts a declaration; {@code form} looks like {@code noun.{id}.plural}. */
  public static Topic<Void> named(String form) {
    if (!FORM.matcher(form).matches()) {
      throw new IllegalArgumentException("not a topic's form: " + form);
    }
    return new Topic<>(form, "", Void.class, null, false);
  }

  /** One sentence for the reference page and the TypeScript comment. */
  public Topic<E> summary(String sentence) {
    return new Topic<>(form, sentence, event, authorisedBy, newestOnly);
  }

  /** The record that is delivered. */
  public <T> Topic<T> carries(Class<T> type) {
    return new Topic<>(form, summary, type, authorisedBy, newestOnly);
  }

  /** The operation that is asked, on behalf of the subscriber, before anything is delivered. */
  public Topic<E> authorisedBy(Operation<Subscribe, Subscription> operation) {
    return new Topic<>(form, summary, event, operation, newestOnly);
  }

  /**
   * Only the newest event counts. A new listener hears it first, as far as its gateway knows it;
   * without this, events without numbers begin with the next one. Not for numbered feeds.
   */
  public Topic<E> newestOnly() {
    return new Topic<>(form, summary, event, authorisedBy, true);
  }

  /** The logical address for one id: letters, digits, hyphens and underscores, 64 at most. */
  public String address(String id) {
    String address = form.replace("{id}", id);
    if (!pattern.matcher(address).matches()) {
      throw new IllegalArgumentException("not an id of " + form);
    }
    return address;
  }

  /** The id within a logical address, if the address is one of this topic. */
  public Optional<String> idIn(String address) {
    Matcher matcher = pattern.matcher(address);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  public String form() {
    return form;
  }

  public String summary() {
    return summary;
  }

  public Class<E> event() {
    return event;
  }

  public Operation<Subscribe, Subscription> authorisedBy() {
    return authorisedBy;
  }

  public boolean keepsNewest() {
    return newestOnly;
  }

  @Override
  public String toString() {
    return form;
  }
}
