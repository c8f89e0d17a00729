package parley.launcher.matrix;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import parley.bus.BusClient;
import parley.contract.Caller;
import parley.contract.account.ChangeProfile;
import parley.contract.account.Profile;
import parley.contract.account.ProfileOperations;
import parley.contract.account.StoreProfile;
import parley.contract.conversation.ChangeMembership;
import parley.contract.conversation.ConversationChanged;
import parley.contract.conversation.ConversationOperations;
import parley.contract.conversation.LeaveRoom;
import parley.contract.conversation.MemberState;
import parley.contract.conversation.ReadStanding;
import parley.contract.conversation.RoomOperations;
import parley.contract.conversation.Standing;
import parley.contract.id.ConversationId;
import parley.contract.id.RollId;
import parley.contract.presence.PresenceOperations;
import parley.contract.presence.ReportRoll;
import parley.launcher.Talk;
import parley.testkit.bridge.Await;
import parley.testkit.bridge.BridgeClient;

/**
 * A room of its own for one cell of the table: somebody made it and said something in it, and one
 * person stands to it as the column says.
 */
final class Scene implements AutoCloseable {
  private static final Duration SECONDS = Duration.ofSeconds(5);
  private static final long HOLDS_MS = 60_000;

  final Cast cast;
  final Who who;
  final ConversationId room;

  /** What was said in the room; who may not read there must never be sent it. */
  final String said = "said in " + UUID.randomUUID();

  /** What the gateway of this scene tells of the absent. */
  private final RollId roll = new RollId(UUID.randomUUID());

  /** The owner's socket. */
  final BridgeClient owner;

  /** The socket of the person in question. */
  final BridgeClient socket;

  Scene(Cast cast, Who who) {
    this.cast = cast;
    this.who = who;
    owner = cast.connect(Who.OWNER);
    socket = who == Who.OWNER ? owner : cast.connect(who);
    room = Talk.createRoom(owner, "Matrix " + UUID.randomUUID());
    Talk.say(owner, room, said);
  }

  /** As the column says, from the beginning. */
  Scene arranged() {
    if (who != Who.OWNER && who != Who.STRANGER) {
      Talk.join(socket, room);
    }
    depart();
    return this;
  }

  /** Ends the membership of who is no longer a member. */
  void depart() {
    if (who == Who.REMOVED) {
      remove();
    } else if (who == Who.LEFT) {
      socket.ask(RoomOperations.LEAVE_ROOM, new LeaveRoom(room));
    }
  }

  /** The text with this scene's names in place of the placeholders. */
  String fill(String text) {
    return text.replace("{room}", room.toString())
        .replace("{me}", cast.account(who).toString())
        .replace("{other}", cast.account(cast.otherThan(who)).toString())
        .replace("{absent}", cast.absent.toString())
        .replace("{passer}", cast.passer.toString())
        .replace("{new}", UUID.randomUUID().toString());
  }

  /**
   * Lets something happen that listeners of this topic are told: a message in the room, a new room
   * of the account, that a gateway hears from somebody, or another name of somebody.
   */
  void happen(String address) {
    if (address.equals("conversation.{room}.events")) {
      Talk.say(owner, room, said);
    } else if (address.equals("user.{me}.events")) {
      Talk.createRoom(socket, "Matrix " + UUID.randomUUID());
    } else if (address.equals("user.{other}.events")) {
      try (BridgeClient other = cast.connect(cast.otherThan(who))) {
        Talk.createRoom(other, "Matrix " + UUID.randomUUID());
      }
    } else if (address.equals("presence.{absent}.changes")) {
      report(new ReportRoll(roll, 1, HOLDS_MS, List.of(cast.absent), List.of()));
    } else if (address.equals("profile.{absent}.changes")) {
      changeProfile();
    } else {
      throw new AssertionError("say here what is told on " + address);
    }
  }

  /** Of a topic that may have no state to begin with: lets something happen there. */
  void rouse(String address) {
    if (rouses(address)) {
      changeProfile();
    }
  }

  /** Whether the topic may have no state to begin with. */
  boolean rouses(String address) {
    return address.equals("profile.{absent}.changes");
  }

  /** As chat does for the absent. */
  private void changeProfile() {
    BusClient bus = cast.parley.bus();
    ChangeProfile change = new ChangeProfile("Absent " + UUID.randomUUID(), null);
    Profile changed =
        Await.get(
            bus.request(
                ProfileOperations.STORE_PROFILE,
                new StoreProfile(cast.absent, change),
                Caller.process("test", SECONDS)));
    bus.publish(ProfileOperations.PROFILE_CHANGES, cast.absent.toString(), changed);
  }

  /** Asks something harmless and waits for the answer: what was to come before it has come. */
  void settle() {
    socket.ask("chat.room.list", new JsonObject().put("limit", 1));
  }

  /** As a gateway does of the people that it hears. */
  private void report(ReportRoll report) {
    Await.get(
        cast.parley
            .bus()
            .request(PresenceOperations.REPORT_ROLL, report, Caller.process("test", SECONDS)));
  }

  /** What a moderator will be able to do. */
  private void remove() {
    BusClient bus = cast.parley.bus();
    Caller caller = Caller.process("test", SECONDS);
    ReadStanding question = new ReadStanding(room, cast.account(who));
    Standing standing =
        Await.get(bus.request(ConversationOperations.READ_STANDING, question, caller));
    ChangeMembership removal =
        new ChangeMembership(
            room, cast.account(who), MemberState.REMOVED, standing.policyVersion());
    ConversationChanged changed =
        Await.get(bus.request(RoomOperations.CHANGE_MEMBERSHIP, removal, caller));
    bus.announce(changed.ranges());
  }

  @Override
  public void close() {
    report(new ReportRoll(roll, 2, HOLDS_MS, List.of(), List.of(cast.absent)));
    owner.close();
    if (socket != owner) {
      socket.close();
    }
  }
}
