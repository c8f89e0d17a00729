package parley.persistence.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.conversation.ConversationChanged;
import parley.contract.conversation.MemberState;
import parley.contract.conversation.Role;
import parley.contract.feed.FeedId;
import parley.contract.feed.MessageItem;
import parley.contract.feed.Range;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;
import parley.contract.message.TextContent;
import parley.persistence.People;
import parley.persistence.PersistenceExtension;

/**
 * Random histories: a client that applied every range that was announced, one that read everything
 * afterwards in pages, and one that fell behind in between and caught up, all know the same.
 */
class FeedHistoriesIT {
  private static final int STEPS = 120;
  private static final int OPEN = 90;
  private static final List<String> EMOJI = List.of("🎉", "❤️", "👍");

  @RegisterExtension static final PersistenceExtension PERSISTENCE = PersistenceExtension.fresh();

  private final People people = PERSISTENCE.people();
  private final Map<FeedId, ClientCopy> live = new HashMap<>();
  private final Map<FeedId, ClientCopy> behind = new HashMap<>();

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void knowsTheSameHoweverItWasLearned(long seed) {
    Random random = new Random(seed);
    List<UserId> accounts = IntStream.range(0, 3).mapToObj(i -> people.account()).toList();
    List<ConversationId> rooms =
        IntStream.range(0, 2).mapToObj(i -> people.room(accounts.get(i))).toList();
    List<FeedId> feeds = new ArrayList<>();
    accounts.forEach(account -> feeds.add(FeedId.of(account)));
    rooms.forEach(room -> feeds.add(FeedId.of(room)));
    List<UserId> holding = rooms.stream().map(people::joined).toList();
    feeds.forEach(feed -> live.put(feed, caughtUp(feed, new ClientCopy(), random)));
    for (int i = 0; i < STEPS; i++) {
      if (i == OPEN) {
        // From now on nobody keeps the rooms from being closed.
        IntStream.range(0, 2).forEach(nr -> leave(holding.get(nr), rooms.get(nr)));
      }
      step(random, accounts, rooms);
      if (random.nextInt(20) == 0) {
        live.forEach((feed, copy) -> behind.put(feed, new ClientCopy(copy)));
      }
    }
    for (FeedId feed : feeds) {
      ClientCopy fresh = caughtUp(feed, new ClientCopy(), random);
      assertEquals(fresh.items(), live.get(feed).items(), "live, seed " + seed);
      assertEquals(fresh.position(), live.get(feed).position());
      ClientCopy late = behind.getOrDefault(feed, new ClientCopy());
      assertEquals(fresh.items(), caughtUp(feed, late, random).items(), "late, seed " + seed);
    }
  }

  private void step(Random random, List<UserId> accounts, List<ConversationId> rooms) {
    UserId account = accounts.get(random.nextInt(accounts.size()));
    ConversationId room = rooms.get(random.nextInt(rooms.size()));
    boolean joined = people.standing(account, room).joined();
    int choice = random.nextInt(10);
    if (choice == 0) {
      unlessLastOwner(() -> people.change(account, room, MemberState.LEFT));
    } else if (choice == 1) {
      unlessLastOwner(() -> people.change(account, room, MemberState.REMOVED));
    } else if (choice == 2 && joined) {
      Role role = Role.values()[random.nextInt(3)];
      unlessLastOwner(() -> people.role(account, room, role));
    } else if (!joined) {
      join(account, room, accounts);
    } else if (choice < 5) {
      announced(people.mark(account, room, random.nextInt(40)).ranges());
    } else if (choice == 5) {
      change(random, account, room);
    } else {
      var message = people.say(account, room, "text " + random.nextInt()).message();
      announced(
          List.of(
              new Range(
                  FeedId.of(room), message.changed() - 1, message.changed(), List.of(message))));
    }
  }

  private void leave(UserId account, ConversationId room) {
    announced(people.change(account, room, MemberState.LEFT).ranges());
  }

  /** Nobody comes where nobody is any more. */
  private void join(UserId account, ConversationId room, List<UserId> accounts) {
    try {
      announced(people.join(account, room).ranges());
    } catch (BusFailure refused) {
      assertEquals(FailureCode.NOT_FOUND, refused.code());
      assertTrue(accounts.stream().noneMatch(one -> people.standing(one, room).joined()));
    }
  }

  /** Edits, deletes or answers an own message that was said at some time, if there is one. */
  private void change(Random random, UserId account, ConversationId room) {
    List<MessageItem> own =
        live.get(FeedId.of(room)).items().values().stream()
            .filter(MessageItem.class::isInstance)
            .map(MessageItem.class::cast)
            .filter(message -> message.sender().equals(account))
            .filter(message -> message.content() instanceof TextContent)
            .sorted(Comparator.comparing(MessageItem::posted))
            .toList();
    if (!own.isEmpty()) {
      long posted = own.get(random.nextInt(own.size())).posted();
      MessageItem now =
          switch (random.nextInt(6)) {
            case 0 -> people.delete(account, room, posted);
            case 1, 2 -> people.edit(account, room, posted, "text " + random.nextInt());
            default -> people.react(account, room, posted, EMOJI.get(random.nextInt(3)));
          };
      announced(
          List.of(new Range(FeedId.of(room), now.changed() - 1, now.changed(), List.of(now))));
    }
  }

  private void unlessLastOwner(Supplier<ConversationChanged> change) {
    try {
      announced(change.get().ranges());
    } catch (BusFailure refused) {
      assertEquals(FailureCode.LAST_OWNER, refused.code());
    }
  }

  private void announced(List<Range> ranges) {
    ranges.stream()
        .filter(range -> live.containsKey(range.feed()))
        .forEach(range -> live.get(range.feed()).apply(range));
  }

  private ClientCopy caughtUp(FeedId feed, ClientCopy copy, Random random) {
    ClientCopy fresh = new ClientCopy(copy);
    Range page;
    int limit;
    do {
      limit = 1 + random.nextInt(12);
      page = people.read(feed, fresh.position(), limit);
      fresh.apply(page);
    } while (page.items().size() == limit);
    return fresh;
  }
}
