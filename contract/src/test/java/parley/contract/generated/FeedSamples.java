package parley.contract.generated;

import java.util.List;
import parley.contract.conversation.ConversationKind;
import parley.contract.conversation.MemberState;
import parley.contract.conversation.Role;
import parley.contract.feed.ConversationItem;
import parley.contract.feed.FeedHead;
import parley.contract.feed.FeedId;
import parley.contract.feed.FeedPosition;
import parley.contract.feed.Heads;
import parley.contract.feed.MemberItem;
import parley.contract.feed.MembershipItem;
import parley.contract.feed.PreferencesItem;
import parley.contract.feed.Range;
import parley.contract.feed.ReadFeed;
import parley.contract.feed.ReadHeads;
import parley.contract.feed.ReadMarkItem;
import parley.contract.feed.ReadRange;
import parley.contract.feed.Resume;
import parley.contract.feed.Resumed;
import parley.contract.feed.ResumedFeed;
import parley.contract.feed.Subscribe;
import parley.contract.feed.Subscription;
import parley.contract.health.Health;
import parley.contract.health.PartHealth;
import parley.contract.health.ReadHealth;

/** Samples about feeds, their items and health. */
final class FeedSamples {
  private static final FeedId FEED = FeedId.of(Samples.CONVERSATION);
  private static final FeedId USER_FEED = FeedId.of(Samples.ADA);
  static final MemberItem MEMBER =
      new MemberItem(7, Samples.GRACE, MemberState.JOINED, Role.MEMBER);
  private static final ConversationItem CONVERSATION =
      new ConversationItem(
          8,
          ConversationKind.ROOM,
          "Analytical engines",
          "Everything that computes",
          2,
          null,
          ConversationSamples.POLICY,
          AccountSamples.AVATAR.hash());
  private static final MembershipItem MEMBERSHIP =
      new MembershipItem(2, Samples.CONVERSATION, MemberState.JOINED, Role.OWNER, 5);
  private static final ReadMarkItem READ_MARK = new ReadMarkItem(3, Samples.CONVERSATION, 4);
  private static final PreferencesItem PREFERENCES =
      new PreferencesItem(4, Samples.CONVERSATION, ConversationSamples.PREFERENCES);
  static final Range RANGE =
      new Range(FEED, 5, 9, List.of(MEMBER, CONVERSATION, MessageSamples.MESSAGE));
  static final Range USER_RANGE = new Range(USER_FEED, 1, 3, List.of(MEMBERSHIP, READ_MARK));

  private FeedSamples() {}

  static List<Record> all() {
    return List.of(
        MEMBER,
        CONVERSATION,
        MEMBERSHIP,
        READ_MARK,
        PREFERENCES,
        RANGE,
        new ReadFeed(FEED, 5, 200),
        new ReadRange(FEED, 5, 9L, 200, 7),
        new Resume(List.of(new FeedPosition(FEED, 5L), new FeedPosition(USER_FEED, null))),
        new Resumed(
            List.of(
                new ResumedFeed(FEED, 9L, RANGE, null),
                new ResumedFeed(USER_FEED, null, null, "NOT_A_MEMBER"))),
        new Subscribe("0191b5a0-0000-7000-8000-0000000000c1"),
        new Subscription(9L, 7),
        new ReadHeads(List.of(FEED, USER_FEED)),
        new Heads(List.of(new FeedHead(FEED, 9), new FeedHead(USER_FEED, 3))),
        new ReadHealth(),
        new Health(List.of(new PartHealth("postgres", true), new PartHealth("redis", false))));
  }
}
