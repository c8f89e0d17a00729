package parley.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static parley.chat.ChatRig.ADA;
import static parley.chat.ChatRig.GRACE;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.contract.FailureCode;
import parley.contract.feed.Subscribe;
import parley.contract.feed.Subscription;
import parley.contract.id.UserId;
import parley.contract.presence.PresenceOperations;
import parley.contract.presence.SelectVisible;
import parley.contract.presence.VisibleAccounts;
import parley.contract.relation.Bond;
import parley.contract.relation.Bonds;
import parley.contract.relation.OpenTo;
import parley.contract.relation.ReadBonds;
import parley.contract.relation.RelationOperations;

class PresenceTest {
  private static final UserId NOBODY = UserId.of("0191b5a0-0000-7000-8000-0000000000a9");
  private static final UserId STRANGER = UserId.of("0191b5a0-0000-7000-8000-0000000000a8");
  private ChatRig rig;

  @BeforeEach
  void start() throws Exception {
    rig = ChatRig.withPersistence();
    rig.persistence.answers(
        RelationOperations.READ_BONDS,
        request ->
            new Bonds(
                request.others().stream()
                    .filter(account -> !account.equals(NOBODY))
                    .map(PresenceTest::bond)
                    .toList()));
  }

  @AfterEach
  void stop() throws Exception {
    rig.close();
  }

  @Test
  void friendsAndOneselfAreSeen() throws Exception {
    assertEquals(
        new VisibleAccounts(List.of(GRACE, ADA)),
        rig.ask(
            PresenceOperations.SELECT_VISIBLE,
            new SelectVisible(List.of(GRACE, NOBODY, STRANGER, ADA)),
            ADA));
    assertEquals(
        new Subscription(null),
        rig.ask(PresenceOperations.AUTHORISE_PRESENCE, new Subscribe(GRACE.toString()), ADA));
  }

  @Test
  void nobodyElsesPresenceIsReachable() {
    for (String id : List.of(NOBODY.toString(), STRANGER.toString(), "not-an-account")) {
      rig.assertRefused(
          FailureCode.NOT_REACHABLE, PresenceOperations.AUTHORISE_PRESENCE, new Subscribe(id), ADA);
    }
  }

  @Test
  void whoIsNotSignedInSeesNobody() {
    rig.assertRefused(
        FailureCode.FORBIDDEN,
        PresenceOperations.SELECT_VISIBLE,
        new SelectVisible(List.of(GRACE)),
        null);
    rig.assertRefused(
        FailureCode.FORBIDDEN,
        PresenceOperations.AUTHORISE_PRESENCE,
        new Subscribe(GRACE.toString()),
        null);
    assertEquals(List.of(), rig.persistence.asked(ReadBonds.class));
  }

  private static Bond bond(UserId account) {
    return new Bond(account, account.equals(GRACE), false, OpenTo.FRIENDS, OpenTo.FRIENDS, false);
  }
}
