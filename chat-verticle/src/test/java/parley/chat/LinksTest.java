package parley.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.chat.ChatRig.ADA;
import static parley.chat.ChatRig.ADA_RANGE;
import static parley.chat.ChatRig.ROOM;
import static parley.chat.ChatRig.ROOM_RANGE;
import static parley.chat.ChatRig.SUMMARY;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.contract.FailureCode;
import parley.contract.conversation.Alerts;
import parley.contract.conversation.ConversationChanged;
import parley.contract.conversation.ConversationKind;
import parley.contract.conversation.ConversationOperations;
import parley.contract.conversation.MemberState;
import parley.contract.conversation.Policy;
import parley.contract.conversation.PreferConversation;
import parley.contract.conversation.Preferences;
import parley.contract.conversation.PreferencesStored;
import parley.contract.conversation.Preferred;
import parley.contract.conversation.Role;
import parley.contract.conversation.StorePreferences;
import parley.contract.id.LinkId;
import parley.contract.link.Link;
import parley.contract.link.LinkOperations;
import parley.contract.link.LinkPreview;
import parley.contract.link.LinkUsed;
import parley.contract.link.Links;
import parley.contract.link.ListLinks;
import parley.contract.link.ReadLink;
import parley.contract.link.RevokeLink;
import parley.contract.link.StoredLink;
import parley.contract.link.TakeLink;
import parley.contract.link.UseLink;

class LinksTest {
  private static final LinkId LINK = LinkId.of("0191b5a0-0000-7000-8000-0000000000f1");
  private static final String SECRET = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";
  private static final String OTHER = "BAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";
  private static final String HASH = "6oZqdX5MOLq_qBJ8vppAnT4fk6AP8UiP9zX8-Rev_9A";
  private ChatRig rig;

  @BeforeEach
  void start() throws Exception {
    rig = ChatRig.withPersistence();
    rig.persistence.answers(
        LinkOperations.FIND_LINK,
        request -> new StoredLink(ROOM, HASH, true, ConversationKind.GROUP, "Tea", 2, "hash"));
    rig.persistence.answers(
        LinkOperations.TAKE_LINK,
        request -> new ConversationChanged(SUMMARY, List.of(ROOM_RANGE, ADA_RANGE)));
    rig.standing(null);
  }

  @AfterEach
  void stop() throws Exception {
    rig.close();
  }

  @Test
  void whoHasTheSecretSeesWhereItLeadsAndComesIn() throws Exception {
    assertEquals(
        new LinkPreview(ROOM, ConversationKind.GROUP, "Tea", 2, false, "hash"),
        rig.ask(LinkOperations.READ_LINK, new ReadLink(LINK, SECRET), ADA));
    assertEquals(
        new LinkUsed(SUMMARY), rig.ask(LinkOperations.USE_LINK, new UseLink(LINK, SECRET), ADA));
    assertEquals(List.of(new TakeLink(LINK, ROOM, ADA, 7)), rig.persistence.asked(TakeLink.class));
    assertTrue(rig.placeOf(String.class) < rig.placeOf(LinkUsed.class), "announced first");
  }

  @Test
  void anotherSecretFindsNothing() {
    ReadLink read = new ReadLink(LINK, OTHER);
    rig.assertRefused(FailureCode.NOT_FOUND, LinkOperations.READ_LINK, read, ADA);
    UseLink use = new UseLink(LINK, OTHER);
    rig.assertRefused(FailureCode.NOT_FOUND, LinkOperations.USE_LINK, use, ADA);
    assertEquals(List.of(), rig.persistence.asked(TakeLink.class));
  }

  @Test
  void whoWasRemovedDoesNotComeInByALink() {
    rig.standing(MemberState.REMOVED);
    UseLink use = new UseLink(LINK, SECRET);
    rig.assertRefused(FailureCode.FORBIDDEN, LinkOperations.USE_LINK, use, ADA);
  }

  @Test
  void moderatorsSeeAndRevokeLinksAndMembersDoNot() throws Exception {
    Links links = new Links(List.of(new Link(LINK, ADA, 1, 1)));
    rig.persistence.answers(LinkOperations.FIND_LINKS, request -> links);
    rig.standing(Role.MODERATOR, Policy.OPEN, 0);
    assertEquals(links, rig.ask(LinkOperations.LIST_LINKS, new ListLinks(ROOM), ADA));
    rig.standing(Role.MEMBER, Policy.OPEN, 0);
    ListLinks list = new ListLinks(ROOM);
    rig.assertRefused(FailureCode.FORBIDDEN, LinkOperations.LIST_LINKS, list, ADA);
    RevokeLink revoke = new RevokeLink(ROOM, LINK);
    rig.assertRefused(FailureCode.FORBIDDEN, LinkOperations.REVOKE_LINK, revoke, ADA);
    assertEquals(List.of(), rig.persistence.asked(RevokeLink.class));
  }

  @Test
  void preferencesAreTheCallersOwn() throws Exception {
    rig.persistence.answers(
        ConversationOperations.STORE_PREFERENCES,
        request -> new PreferencesStored(List.of(ADA_RANGE)));
    PreferConversation wanted =
        new PreferConversation(ROOM, new Preferences(true, false, false, Alerts.NOTHING, null));
    rig.assertRefused(
        FailureCode.NOT_A_MEMBER, ConversationOperations.PREFER_CONVERSATION, wanted, ADA);
    rig.standing(MemberState.JOINED);
    assertEquals(
        new Preferred(ROOM, wanted.preferences()),
        rig.ask(ConversationOperations.PREFER_CONVERSATION, wanted, ADA));
    assertEquals(
        List.of(new StorePreferences(ADA, wanted)), rig.persistence.asked(StorePreferences.class));
    assertTrue(rig.placeOf(String.class) < rig.placeOf(Preferred.class), "announced first");
  }
}
