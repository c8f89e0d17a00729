package parley.contract.feed;

import static parley.contract.Exposure.BROWSER;
import static parley.contract.FailureCode.NOT_A_MEMBER;
import static parley.contract.FailureCode.NOT_FOUND;

import java.util.List;
import parley.contract.CatalogPart;
import parley.contract.Operation;
import parley.contract.Signal;
import parley.contract.Topic;

/** Reading feeds, listening to them, resuming them, and repairing what was lost on the way. */
public final class FeedOperations implements CatalogPart {
  /** Rights are checked; for the repair inside the server there is {@link #FEED_READ}. */
  public static final Operation<ReadFeed, Range> READ_FEED =
      Operation.named("chat.feed.read")
          .summary("What changed in a feed after a position; the last page ends with the head.")
          .request(ReadFeed.class)
          .reply(Range.class)
          .callableFrom(BROWSER)
          .refusals(NOT_A_MEMBER, NOT_FOUND);

  /** Subscribes first and then answers, so that nothing falls between the two. */
  public static final Operation<Resume, Resumed> RESUME =
      Operation.named("gateway.session.resume")
          .summary(
              "Listen to feeds on this socket and be brought up to date from the positions given.")
          .request(Resume.class)
          .reply(Resumed.class)
          .callableFrom(BROWSER);

  public static final Operation<Subscribe, Subscription> AUTHORISE_CONVERSATION =
      Operation.named("chat.conversation.authorise")
          .summary("Whether the caller may listen to a conversation, and its head at that moment.")
          .request(Subscribe.class)
          .reply(Subscription.class)
          .refusals(NOT_A_MEMBER, NOT_FOUND);

  public static final Operation<Subscribe, Subscription> AUTHORISE_USER =
      Operation.named("chat.user.authorise")
          .summary("Whether the caller may listen to an account's feed: to the own one only.")
          .request(Subscribe.class)
          .reply(Subscription.class)
          .refusals(NOT_FOUND);

  /** The head and the rows are read in one statement. */
  public static final Operation<ReadRange, Range> FEED_READ =
      Operation.named("persistence.feed.read")
          .summary("A range of a feed without any check of rights.")
          .request(ReadRange.class)
          .reply(Range.class)
          .refusals(NOT_FOUND);

  public static final Operation<ReadHeads, Heads> FEED_HEADS =
      Operation.named("persistence.feed.heads")
          .summary("The heads of feeds.")
          .request(ReadHeads.class)
          .reply(Heads.class);

  /** Told every second, also when nothing changed: silence means that the beacon is broken. */
  public static final Signal<Heads> HEADS =
      new Signal<>("persistence.heads", "The heads of the feeds that changed lately.", Heads.class);

  public static final Topic<Range> CONVERSATION_EVENTS =
      Topic.named("conversation.{id}.events")
          .summary("Everything that happens in one conversation.")
          .carries(Range.class)
          .authorisedBy(AUTHORISE_CONVERSATION);

  public static final Topic<Range> USER_EVENTS =
      Topic.named("user.{id}.events")
          .summary(
              "Everything that concerns one account: memberships, read marks, relations, settings.")
          .carries(Range.class)
          .authorisedBy(AUTHORISE_USER);

  /** The topic on which a feed's ranges travel. */
  public static Topic<Range> topicOf(FeedId feed) {
    return switch (feed.kind()) {
      case CONVERSATION -> CONVERSATION_EVENTS;
      case USER -> USER_EVENTS;
    };
  }

  @Override
  public List<Operation<?, ?>> operations() {
    return List.of(
        READ_FEED, RESUME, AUTHORISE_CONVERSATION, AUTHORISE_USER, FEED_READ, FEED_HEADS);
  }

  @Override
  public List<Topic<?>> topics() {
    return List.of(CONVERSATION_EVENTS, USER_EVENTS);
  }

  @Override
  public List<Signal<?>> signals() {
    return List.of(HEADS);
  }
}
