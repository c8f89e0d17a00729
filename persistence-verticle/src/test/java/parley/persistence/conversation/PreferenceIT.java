package parley.persistence.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static parley.contract.conversation.ConversationOperations.STORE_PREFERENCES;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.contract.FailureCode;
import parley.contract.conversation.Alerts;
import parley.contract.conversation.ConversationOperations;
import parley.contract.conversation.FindConversations;
import parley.contract.conversation.ListConversations;
import parley.contract.conversation.MemberState;
import parley.contract.conversation.PreferConversation;
import parley.contract.conversation.Preferences;
import parley.contract.conversation.StorePreferences;
import parley.contract.feed.FeedId;
import parley.contract.feed.PreferencesItem;
import parley.contract.feed.Range;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;
import parley.persistence.People;
import parley.persistence.PersistenceExtension;

class PreferenceIT {
  private static final Preferences QUIET =
      new Preferences(true, false, true, Alerts.MENTIONS, 1_790_000_000_123L);

  @RegisterExtension static final PersistenceExtension PERSISTENCE = PersistenceExtension.fresh();

  private static final People PEOPLE = PERSISTENCE.people();

  @Test
  void areToldToTheMemberAloneAndFoundByAFreshReader() {
    ConversationId room = PEOPLE.room();
    UserId member = PEOPLE.joined(room);
    assertEquals(Preferences.DEFAULT, listed(member));
    long before = PEOPLE.standing(member, room).head();
    StorePreferences wanted = of(member, room, QUIET);
    Range told = new Range(FeedId.of(member), 2, 3, List.of(new PreferencesItem(3, room, QUIET)));
    assertEquals(List.of(told), PERSISTENCE.ask(STORE_PREFERENCES, wanted).ranges());
    assertEquals(told, PEOPLE.read(FeedId.of(member), 2, 10));
    assertEquals(List.of(), PERSISTENCE.ask(STORE_PREFERENCES, wanted).ranges(), "a repeat");
    assertEquals(QUIET, listed(member));
    assertEquals(before, PEOPLE.standing(member, room).head(), "nobody else hears of it");
    StorePreferences again = of(member, room, Preferences.DEFAULT);
    assertEquals(1, PERSISTENCE.ask(STORE_PREFERENCES, again).ranges().size());
    assertEquals(Preferences.DEFAULT, listed(member));
  }

  @Test
  void areKeptOfMembersOnly() {
    ConversationId room = PEOPLE.room();
    UserId left = PEOPLE.joined(room);
    PEOPLE.change(left, room, MemberState.LEFT);
    for (UserId account : List.of(left, PEOPLE.account())) {
      assertEquals(
          FailureCode.NOT_A_MEMBER,
          PERSISTENCE.refusal(STORE_PREFERENCES, of(account, room, QUIET)));
    }
  }

  private static StorePreferences of(UserId account, ConversationId room, Preferences wanted) {
    return new StorePreferences(account, new PreferConversation(room, wanted));
  }

  private static Preferences listed(UserId account) {
    return PERSISTENCE
        .ask(
            ConversationOperations.FIND_CONVERSATIONS,
            new FindConversations(account, new ListConversations(null, 10)))
        .conversations()
        .get(0)
        .preferences();
  }
}
