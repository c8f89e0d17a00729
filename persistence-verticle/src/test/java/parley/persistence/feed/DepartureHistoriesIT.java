package parley.persistence.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.contract.account.AccountOperations.DELETE_ACCOUNT;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.account.DeleteAccount;
import parley.contract.conversation.MemberState;
import parley.contract.conversation.Role;
import parley.contract.feed.FeedId;
import parley.contract.feed.Item;
import parley.contract.feed.MemberItem;
import parley.contract.feed.Range;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;
import parley.persistence.People;
import parley.persistence.PersistenceExtension;
import parley.testkit.bridge.Await;

/**
 * Random histories in which accounts are deleted while people join, leave, write and change roles:
 * two instances end memberships beside that. Whoever read on from time to time knows the same as
 * who reads everything afterwards; nobody deleted belongs to anything; every room has an owner.
 */
class DepartureHistoriesIT {
  private static final int STEPS = 80;
  private static final Set<FailureCode> EXPECTED =
      Set.of(FailureCode.STALE, FailureCode.LAST_OWNER, FailureCode.NOT_A_MEMBER);

  @RegisterExtension
  static final PersistenceExtension PERSISTENCE = PersistenceExtension.instances(2);

  private final People people = PERSISTENCE.people();
  private final Map<FeedId, ClientCopy> copies = new HashMap<>();
  private final Set<UserId> deleted = new HashSet<>();

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void knowsTheSameHoweverItWasLearned(long seed) {
    Random random = new Random(seed);
    List<UserId> accounts = IntStream.range(0, 5).mapToObj(i -> people.account()).toList();
    UserId stays = people.account();
    List<ConversationId> rooms =
        IntStream.range(0, 3).mapToObj(i -> people.room(accounts.get(i))).toList();
    rooms.forEach(room -> people.join(stays, room));
    List<FeedId> feeds = new ArrayList<>();
    accounts.forEach(account -> feeds.add(FeedId.of(account)));
    rooms.forEach(room -> feeds.add(FeedId.of(room)));
    for (int i = 0; i < STEPS; i++) {
      if (i % 20 == 10) {
        delete(accounts.get(random.nextInt(accounts.size())));
      }
      step(random, accounts, rooms);
      FeedId feed = feeds.get(random.nextInt(feeds.size()));
      copies.put(feed, caughtUp(feed, random));
    }
    deleted.forEach(account -> rooms.forEach(room -> awaitGone(account, room)));
    for (FeedId feed : feeds) {
      ClientCopy late = caughtUp(feed, random);
      copies.remove(feed);
      assertEquals(caughtUp(feed, random).items(), late.items(), "seed " + seed);
    }
    rooms.forEach(room -> assertOwned(room, seed, random));
  }

  private void step(Random random, List<UserId> accounts, List<ConversationId> rooms) {
    UserId account = accounts.get(random.nextInt(accounts.size()));
    ConversationId room = rooms.get(random.nextInt(rooms.size()));
    if (deleted.contains(account)) {
      return;
    }
    try {
      take(random.nextInt(8), account, room, random);
    } catch (BusFailure refused) {
      assertTrue(EXPECTED.contains(refused.code()), refused.code().name());
    }
  }

  private void take(int choice, UserId account, ConversationId room, Random random) {
    if (!people.standing(account, room).joined()) {
      people.join(account, room);
    } else if (choice == 0) {
      people.change(account, room, MemberState.LEFT);
    } else if (choice < 4) {
      people.role(account, room, Role.values()[random.nextInt(3)]);
    } else {
      people.say(account, room, "text " + random.nextInt());
    }
  }

  private void delete(UserId account) {
    PERSISTENCE.ask(DELETE_ACCOUNT, new DeleteAccount(account, "$argon2id$x"));
    deleted.add(account);
  }

  private void awaitGone(UserId account, ConversationId room) {
    Await.until(
        account + " has gone",
        Duration.ofSeconds(30),
        () -> !people.standing(account, room).joined());
  }

  private void assertOwned(ConversationId room, long seed, Random random) {
    List<MemberItem> members =
        caughtUp(FeedId.of(room), random).items().values().stream()
            .filter(item -> item instanceof MemberItem)
            .map(item -> (MemberItem) item)
            .filter(member -> member.state() == MemberState.JOINED)
            .toList();
    assertFalse(members.isEmpty());
    assertTrue(
        members.stream().anyMatch(member -> member.role() == Role.OWNER),
        "an owner of " + room + ", seed " + seed);
    members.forEach(member -> assertFalse(deleted.contains(member.account()), "seed " + seed));
  }

  private ClientCopy caughtUp(FeedId feed, Random random) {
    ClientCopy copy = new ClientCopy(copies.getOrDefault(feed, new ClientCopy()));
    List<Item> page;
    int limit;
    do {
      limit = 1 + random.nextInt(12);
      Range range = people.read(feed, copy.position(), limit);
      copy.apply(range);
      page = range.items();
    } while (page.size() == limit);
    return copy;
  }
}
