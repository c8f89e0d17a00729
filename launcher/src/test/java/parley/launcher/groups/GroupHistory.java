package parley.launcher.groups;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.Operation;
import parley.contract.account.Avatar;
import parley.contract.account.AvatarImage;
import parley.contract.conversation.AddMember;
import parley.contract.conversation.Alerts;
import parley.contract.conversation.ChangeConversation;
import parley.contract.conversation.ChangePicture;
import parley.contract.conversation.ChangeRole;
import parley.contract.conversation.ConversationOperations;
import parley.contract.conversation.CreateGroup;
import parley.contract.conversation.GroupOperations;
import parley.contract.conversation.History;
import parley.contract.conversation.LeaveRoom;
import parley.contract.conversation.MemberOperations;
import parley.contract.conversation.Policy;
import parley.contract.conversation.PreferConversation;
import parley.contract.conversation.Preferences;
import parley.contract.conversation.RemoveMember;
import parley.contract.conversation.Role;
import parley.contract.conversation.RoomOperations;
import parley.contract.conversation.TransferOwner;
import parley.contract.conversation.Writers;
import parley.contract.id.ClientId;
import parley.contract.id.ConversationId;
import parley.contract.id.LinkId;
import parley.contract.id.UserId;
import parley.contract.link.CreateLink;
import parley.contract.link.LinkOperations;
import parley.contract.link.RevokeLink;
import parley.contract.link.UseLink;
import parley.contract.message.MessageOperations;
import parley.contract.message.SendMessage;
import parley.contract.message.TextContent;
import parley.testkit.bridge.Await;

/**
 * Four people who do in one group everything that the contract lets them, several at once, and one
 * who does nothing but stay, so that it is not closed before they disperse.
 */
final class GroupHistory {
  private static final int PEOPLE = 4;
  private static final int AT_ONCE = 4;
  private static final int ROUNDS = 200;

  /** What may be answered in any state; anything else is a fault. */
  private static final Set<FailureCode> USUAL =
      Set.of(
          FailureCode.FORBIDDEN,
          FailureCode.NOT_A_MEMBER,
          FailureCode.NOT_FOUND,
          FailureCode.NOT_REACHABLE,
          FailureCode.LAST_OWNER,
          FailureCode.RATE_LIMITED,
          FailureCode.TOO_MANY,
          FailureCode.UNAVAILABLE);

  private static final List<Avatar> PORTRAITS = List.of(portrait("one"), portrait("other"));
  private static final String SECRET = "s".repeat(43);

  final List<UserId> people;
  final ConversationId group = new ConversationId(UUID.randomUUID());
  private final UserId stays;
  private final GroupRig rig;
  private final Random random;
  private final List<LinkId> links = new ArrayList<>();
  private final List<String> broken = new CopyOnWriteArrayList<>();

  GroupHistory(GroupRig rig, Random random) {
    this.rig = rig;
    this.random = random;
    this.people = IntStream.range(0, PEOPLE).mapToObj(i -> rig.account()).toList();
    this.stays = rig.account();
    List<UserId> others = new ArrayList<>(people.subList(1, PEOPLE));
    others.add(stays);
    Await.get(
        rig.ask(
            GroupOperations.CREATE_GROUP,
            new CreateGroup(group, "History", null, others),
            people.get(0)));
  }

  /** Some things at once, all of them answered afterwards. */
  void step() {
    List<Future<?>> asked = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      asked.add(act());
    }
    answered(asked);
  }

  /** All go at once, also while somebody comes or is called back, until nobody is left. */
  void disperse() {
    Await.get(leaves(stays));
    for (int round = 0; people.stream().anyMatch(who -> rig.belongs(who, group)); round++) {
      assertTrue(round < ROUNDS, "somebody is always left");
      List<Future<?>> asked = new ArrayList<>();
      people.forEach(who -> asked.add(leaves(who)));
      if (random.nextBoolean()) {
        asked.add(random.nextBoolean() ? adds(pick(people), pick(people)) : comes(pick(people)));
      }
      answered(asked);
    }
    for (LinkId link : links) {
      UseLink late = new UseLink(link, SECRET);
      Future<?> refused = rig.ask(LinkOperations.USE_LINK, late, stays);
      assertEquals(FailureCode.NOT_FOUND, Await.get(refused.transform(GroupHistory::code)));
    }
  }

  private static Future<FailureCode> code(AsyncResult<?> answer) {
    return answer.cause() instanceof BusFailure failure
        ? Future.succeededFuture(failure.code())
        : Future.failedFuture("answered: " + answer);
  }

  private void answered(List<Future<?>> asked) {
    asked.forEach(one -> Await.get(one.transform(done -> Future.succeededFuture())));
    assertTrue(broken.isEmpty(), () -> broken.toString());
  }

  private Future<?> leaves(UserId who) {
    return ask(RoomOperations.LEAVE_ROOM, new LeaveRoom(group), who);
  }

  private Future<?> adds(UserId who, UserId other) {
    return ask(MemberOperations.ADD_MEMBER, new AddMember(group, other), who);
  }

  private Future<?> act() {
    UserId who = pick(people);
    UserId other = pick(people);
    return switch (random.nextInt(21)) {
      case 0, 1, 2 -> adds(who, other);
      case 17 -> makesALink(who);
      case 18, 19 -> comes(other);
      case 20 -> revokes(who);
      case 3 -> ask(MemberOperations.REMOVE_MEMBER, new RemoveMember(group, other), who);
      case 4, 5 ->
          ask(MemberOperations.CHANGE_ROLE, new ChangeRole(group, other, any(Role.class)), who);
      case 6 -> ask(MemberOperations.TRANSFER_OWNER, new TransferOwner(group, other), who);
      case 7 -> leaves(who);
      case 8, 9 -> ask(ConversationOperations.CHANGE_CONVERSATION, attributes(), who);
      case 10 -> ask(ConversationOperations.CHANGE_PICTURE, picture(), who);
      case 11 -> ask(ConversationOperations.PREFER_CONVERSATION, preferences(), who);
      default -> send(who);
    };
  }

  private Future<?> makesALink(UserId who) {
    LinkId link = new LinkId(UUID.randomUUID());
    links.add(link);
    int uses = 1 + random.nextInt(3);
    return ask(LinkOperations.CREATE_LINK, new CreateLink(link, group, hash(), 1, uses), who);
  }

  /** By a link that may be there, used up, revoked or never made. */
  private Future<?> comes(UserId who) {
    LinkId link = links.isEmpty() ? new LinkId(UUID.randomUUID()) : pick(links);
    return ask(LinkOperations.USE_LINK, new UseLink(link, SECRET), who);
  }

  private Future<?> revokes(UserId who) {
    LinkId link = links.isEmpty() ? new LinkId(UUID.randomUUID()) : pick(links);
    return ask(LinkOperations.REVOKE_LINK, new RevokeLink(group, link), who);
  }

  private static String hash() {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(SECRET.getBytes(US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Future<?> send(UserId who) {
    SendMessage message =
        new SendMessage(group, new ClientId(UUID.randomUUID()), new TextContent("text"));
    return ask(MessageOperations.SEND_MESSAGE, message, who);
  }

  private ChangeConversation attributes() {
    int pause = random.nextInt(3) == 0 ? 1 : 0;
    Policy policy = new Policy(any(Writers.class), pause, any(History.class));
    return new ChangeConversation(group, "History " + random.nextInt(3), null, policy);
  }

  /** One of two, or none. */
  private ChangePicture picture() {
    int which = random.nextInt(3);
    return new ChangePicture(group, which == 0 ? null : PORTRAITS.get(which - 1));
  }

  private static Avatar portrait(String hash) {
    String content = Base64.getEncoder().encodeToString(hash.getBytes(StandardCharsets.UTF_8));
    List<AvatarImage> images =
        Avatar.SIZES.stream().map(size -> new AvatarImage(size, "image/png", content)).toList();
    return new Avatar(hash, images);
  }

  private PreferConversation preferences() {
    Preferences wanted =
        new Preferences(random.nextBoolean(), false, random.nextBoolean(), any(Alerts.class), null);
    return new PreferConversation(group, wanted);
  }

  private <Q, A> Future<A> ask(Operation<Q, A> operation, Q request, UserId as) {
    return rig.ask(operation, request, as)
        .onFailure(
            cause -> {
              if (!(cause instanceof BusFailure failure && USUAL.contains(failure.code()))) {
                broken.add(operation + ": " + cause);
              }
            });
  }

  private <E extends Enum<E>> E any(Class<E> type) {
    return pick(Arrays.asList(type.getEnumConstants()));
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
