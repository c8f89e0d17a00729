package parley.launcher.faults;

import io.vertx.core.Future;
import java.time.Duration;
import parley.bus.BusClient;
import parley.contract.Caller;
import parley.contract.conversation.ChangeMembership;
import parley.contract.conversation.ConversationChanged;
import parley.contract.conversation.ConversationOperations;
import parley.contract.conversation.MemberState;
import parley.contract.conversation.ReadStanding;
import parley.contract.conversation.RoomOperations;
import parley.contract.feed.MemberItem;
import parley.contract.id.ConversationId;
import parley.testkit.bridge.Await;
import parley.testkit.bridge.Person;

/** What a moderator will be able to do: somebody is sent away from a room. */
final class Removal {
  private final BusClient bus;
  private final ChangeMembership change;

  private Removal(BusClient bus, ChangeMembership change) {
    this.bus = bus;
    this.change = change;
  }

  /** Decides it; nothing has happened yet. */
  static Removal of(BusClient bus, Person person, ConversationId room) {
    long policyVersion =
        Await.get(
                bus.request(
                    ConversationOperations.READ_STANDING,
                    new ReadStanding(room, person.account()),
                    caller()))
            .policyVersion();
    return new Removal(
        bus, new ChangeMembership(room, person.account(), MemberState.REMOVED, policyVersion));
  }

  /** Stores and announces it; gives its number. */
  Future<Long> begin() {
    return bus.request(RoomOperations.CHANGE_MEMBERSHIP, change, caller()).map(this::announce);
  }

  private long announce(ConversationChanged changed) {
    bus.announce(changed.ranges());
    return changed.ranges().stream()
        .flatMap(range -> range.items().stream())
        .filter(MemberItem.class::isInstance)
        .findFirst()
        .orElseThrow()
        .changed();
  }

  private static Caller caller() {
    return Caller.process("test", Duration.ofSeconds(5));
  }
}
