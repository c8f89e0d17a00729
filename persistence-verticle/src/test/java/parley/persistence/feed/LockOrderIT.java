package parley.persistence.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static parley.contract.account.AccountOperations.STORE_ACCOUNT;
import static parley.contract.conversation.RoomOperations.CHANGE_MEMBERSHIP;
import static parley.contract.conversation.RoomOperations.STORE_ROOM;
import static parley.contract.message.MessageOperations.APPEND_MESSAGE;
import static parley.persistence.RunningPersistence.await;

import io.vertx.core.Future;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.contract.conversation.ChangeMembership;
import parley.contract.conversation.MemberState;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;
import parley.persistence.Eventually;
import parley.persistence.People;
import parley.persistence.PersistenceExtension;
import parley.persistence.Probe;

/**
 * Whoever waits for a feed holds none with a greater id: so no two ever wait for each other. The
 * rows are made in the opposite order, so that the order of the table would not do.
 */
class LockOrderIT {
  private static final UUID GREAT = UUID.fromString("ffffffff-0000-4000-8000-000000000001");
  private static final UUID MIDDLE = UUID.fromString("88888888-0000-4000-8000-000000000001");
  private static final UUID SMALL = UUID.fromString("00000000-0000-4000-8000-000000000001");

  @RegisterExtension
  static final PersistenceExtension PERSISTENCE =
      PersistenceExtension.with(Map.of("persistence.appendLanes", "1"));

  private static final People PEOPLE = PERSISTENCE.people();

  @Test
  void membershipsLockTheSmallerIdFirst() throws Exception {
    UserId account = new UserId(new UUID(GREAT.getMostSignificantBits(), 7));
    PERSISTENCE.ask(STORE_ACCOUNT, People.named(account, "great"));
    ConversationId room = new ConversationId(new UUID(SMALL.getMostSignificantBits(), 7));
    PERSISTENCE.ask(STORE_ROOM, People.room(room, PEOPLE.account(), "Small"));
    try (Probe holder = new Probe(PERSISTENCE.uri());
        Probe probe = new Probe(PERSISTENCE.uri())) {
      holder.lock(locking(room.value()));
      Future<?> join =
          PERSISTENCE.start(
              CHANGE_MEMBERSHIP, new ChangeMembership(room, account, MemberState.JOINED, 1));
      awaitBlocked(probe);
      assertEquals(1, free(probe, account.value()));
      holder.release();
      await(join);
    }
  }

  @Test
  void appendsLockTheSmallerIdFirst() throws Exception {
    UserId owner = PEOPLE.account();
    for (UUID id : new UUID[] {GREAT, MIDDLE, SMALL}) {
      PERSISTENCE.ask(STORE_ROOM, People.room(new ConversationId(id), owner, "Room " + id));
    }
    try (Probe first = new Probe(PERSISTENCE.uri());
        Probe second = new Probe(PERSISTENCE.uri());
        Probe probe = new Probe(PERSISTENCE.uri())) {
      first.lock(locking(MIDDLE));
      second.lock(locking(SMALL));
      Future<?> blocking = append(owner, MIDDLE);
      awaitBlocked(probe);
      Future<?> great = append(owner, GREAT);
      Future<?> small = append(owner, SMALL);
      PEOPLE.standing(owner, new ConversationId(GREAT));
      first.release();
      await(blocking);
      awaitBlocked(probe);
      assertEquals(1, free(probe, GREAT));
      second.release();
      await(Future.all(great, small));
    }
  }

  private static Future<?> append(UserId owner, UUID room) {
    return PERSISTENCE.start(
        APPEND_MESSAGE, People.message(owner, new ConversationId(room), "text"));
  }

  private static String locking(UUID feed) {
    return "select 1 from feed where id = '" + feed + "' for update";
  }

  private static long free(Probe probe, UUID feed) throws Exception {
    return probe.number("select count(*) from (" + locking(feed) + " skip locked) as unlocked");
  }

  private static void awaitBlocked(Probe probe) throws Exception {
    Eventually.holds(
        "somebody waits for a lock",
        () ->
            probe.number(
                    "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                        + " and datname = current_database()")
                == 1);
  }
}
