package parley.launcher.matrix;

import io.vertx.core.http.HttpMethod;
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
import parley.contract.conversation.AddMember;
import parley.contract.conversation.CreateGroup;
import parley.contract.conversation.GroupOperations;
import parley.contract.conversation.LeaveRoom;
import parley.contract.conversation.MemberOperations;
import parley.contract.conversation.RemoveMember;
import parley.contract.conversation.RoomOperations;
import parley.contract.id.ConversationId;
import parley.contract.id.LinkId;
import parley.contract.id.RollId;
import parley.contract.id.UserId;
import parley.contract.link.CreateLink;
import parley.contract.link.LinkOperations;
import parley.contract.presence.PresenceOperations;
import parley.contract.presence.PresenceState;
import parley.contract.presence.ReportRoll;
import parley.contract.presence.RollEntry;
import parley.launcher.Talk;
import parley.testkit.bridge.Await;
import parley.testkit.bridge.BridgeClient;
import parley.testkit.bridge.Person;

/**
 * A room or group of its own for one cell of the table: somebody made it and said something in it,
 * and one person stands to it as the column says.
 */
final class Scene implements AutoCloseable {
  private static final Duration SECONDS = Duration.ofSeconds(5);
  private static final long HOLDS_MS = 60_000;

  /** Of the secret that the table names. */
  private static final String SECRET_HASH = "6oZqdX5MOLq_qBJ8vppAnT4fk6AP8UiP9zX8-Rev_9A";

  final Cast cast;
  final Who who;
  final ConversationId room;

  /** A link into the room, if it is made. */
  private final LinkId link = new LinkId(UUID.randomUUID());

  /** Whether it is a group and not a public room. */
  private final boolean ofGroup;

  /** What was said in the room; who may not read there must never be sent it. */
  final String said = "said in " + UUID.randomUUID();

  /** The number under which it was said. */
  private final long posted;

  /** What the gateway of this scene tells of the absent. */
  private final RollId roll = new RollId(UUID.randomUUID());

  /** The owner's socket. */
  final BridgeClient owner;

  /** The socket of the person in question. */
  final BridgeClient socket;

  Scene(Cast cast, Who who, boolean ofGroup) {
    this.cast = cast;
    this.who = who;
    owner = cast.connect(Who.OWNER);
    socket = who == Who.OWNER ? owner : cast.connect(who);
    room = ofGroup ? createGroup() : Talk.createRoom(owner, "Matrix " + UUID.randomUUID());
    this.ofGroup = ofGroup;
    posted = Talk.say(owner, room, said).posted();
  }

  /** As the column says, from the beginning. */
  Scene arranged() {
    if (who != Who.OWNER && who != Who.STRANGER) {
      join();
    }
    depart();
    return this;
  }

  /** Comes to belong to it: to a room by joining, to a group by being added. */
  void join() {
    if (ofGroup) {
      owner.ask(MemberOperations.ADD_MEMBER, new AddMember(room, cast.account(who)));
    } else {
      Talk.join(socket, room);
    }
  }

  /** Lets the absent belong to it, too. */
  void welcomeGuest() {
    owner.ask(MemberOperations.ADD_MEMBER, new AddMember(room, cast.absent));
  }

  private ConversationId createGroup() {
    ConversationId group = new ConversationId(UUID.randomUUID());
    owner.ask(GroupOperations.CREATE_GROUP, new CreateGroup(group, "Matrix", null, List.of()));
    return group;
  }

  /** Lets the owner make the link that {@code {link}} stands for. */
  void makeLink() {
    owner.ask(LinkOperations.CREATE_LINK, new CreateLink(link, room, SECRET_HASH, 1, 1));
  }

  /** Ends the membership of who is no longer a member. */
  void depart() {
    if (who == Who.REMOVED) {
      owner.ask(MemberOperations.REMOVE_MEMBER, new RemoveMember(room, cast.account(who)));
    } else if (who == Who.LEFT) {
      socket.ask(RoomOperations.LEAVE_ROOM, new LeaveRoom(room));
    }
  }

  /** The text with this scene's names in place of the placeholders. */
  String fill(String text) {
    return text.replace("{room}", room.toString())
        .replace("{before}", before(room.value()).toString())
        .replace("{group}", room.toString())
        .replace("{link}", link.toString())
        .replace("{guest}", cast.absent.toString())
        .replace("{me}", cast.account(who).toString())
        .replace("{other}", cast.account(cast.otherThan(who)).toString())
        .replace("{absent}", cast.absent.toString())
        .replace("{passer}", cast.passer.toString())
        .replace("{said}", Long.toString(posted))
        .replace("{new}", UUID.randomUUID().toString());
  }

  private static UUID before(UUID id) {
    long low = id.getLeastSignificantBits();
    return new UUID(id.getMostSignificantBits() - (low == 0 ? 1 : 0), low - 1);
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
      arrives(cast.absent);
    } else if (address.equals("profile.{absent}.changes")) {
      changeProfile();
    } else if (address.equals("presence.{passer}.changes")) {
      arrives(cast.passer);
    } else {
      throw new AssertionError("say here what is told on " + address);
    }
  }

  private void arrives(UserId account) {
    List<RollEntry> arrived = List.of(new RollEntry(account, PresenceState.ONLINE, 0));
    report(new ReportRoll(roll, 1, HOLDS_MS, arrived, List.of()));
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

  /** A request over HTTP by the person in question, with a picture if one is wanted. */
  Person.Answer call(HttpMethod method, String path, String mediaType) {
    return cast.call(who, method, path, mediaType);
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

  @Override
  public void close() {
    report(new ReportRoll(roll, 2, HOLDS_MS, List.of(), List.of(cast.absent, cast.passer)));
    owner.close();
    if (socket != owner) {
      socket.close();
    }
  }
}
