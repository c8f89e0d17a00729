package parley.persistence.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.feed.MessageItem;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;
import parley.contract.message.AppendMessage;
import parley.contract.message.MessageAppended;
import parley.persistence.People;

class BatchTest {
  private static final UserId SENDER = new UserId(UUID.randomUUID());
  private static final ConversationId ROOM = new ConversationId(UUID.randomUUID());

  @Test
  void sendsEachMessageOnceInTheOrderOfArrival() {
    AppendMessage one = People.message(SENDER, ROOM, "one");
    AppendMessage two = People.message(SENDER, ROOM, "two");
    assertEquals(List.of(one, two), Batch.of(List.of(one, two, one, one, two)).distinct());
  }

  @Test
  void answersEveryRepeatAndMarksAllButTheFirst() {
    AppendMessage one = People.message(SENDER, ROOM, "one");
    AppendMessage two = People.message(SENDER, ROOM, "two");
    Appended stored =
        Appended.stored(
            new MessageAppended(
                new MessageItem(5, 5, 1, SENDER, one.clientId(), 0, one.content(), null, null),
                false));
    Appended stale = Appended.refused(BusFailure.of(FailureCode.STALE));
    List<Appended> all = Batch.of(List.of(one, two, one, two)).spread(List.of(stored, stale));
    assertFalse(all.get(0).message().repeated());
    assertTrue(all.get(2).message().repeated());
    assertSame(stored.message().message(), all.get(2).message().message());
    assertSame(stale, all.get(1));
    assertSame(stale, all.get(3));
    assertEquals(1, all.stream().filter(Appended::isNew).count());
  }

  @Test
  void countsTheDecisionOnTheNewerPolicyVersion() {
    AppendMessage old = People.message(SENDER, ROOM, "decided before");
    AppendMessage young =
        new AppendMessage(ROOM, SENDER, old.clientId(), old.content(), old.policyVersion() + 1, 0);
    assertEquals(List.of(young), Batch.of(List.of(old, young)).distinct());
    assertEquals(List.of(young), Batch.of(List.of(young, old)).distinct());
  }
}
