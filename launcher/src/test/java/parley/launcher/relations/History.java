package parley.launcher.relations;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.Operation;
import parley.contract.account.OpenAccount;
import parley.contract.account.SettingsOperations;
import parley.contract.conversation.DirectOperations;
import parley.contract.conversation.OpenDirect;
import parley.contract.id.ClientId;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;
import parley.contract.message.MessageOperations;
import parley.contract.message.SendMessage;
import parley.contract.message.TextContent;
import parley.contract.relation.AcceptFriend;
import parley.contract.relation.BlockPerson;
import parley.contract.relation.CancelRequest;
import parley.contract.relation.DeclineRequests;
import parley.contract.relation.EndFriendship;
import parley.contract.relation.OpenTo;
import parley.contract.relation.RelationOperations;
import parley.contract.relation.RequestFriend;
import parley.contract.relation.UnblockPerson;
import parley.testkit.bridge.Await;

/** Three people who do everything that the contract lets them, several things at once. */
final class History {
  private static final int PEOPLE = 3;
  private static final int AT_ONCE = 4;

  /** What may be answered in any state; anything else is a fault. */
  private static final Set<FailureCode> USUAL =
      Set.of(FailureCode.NOT_REACHABLE, FailureCode.NOT_FOUND, FailureCode.UNAVAILABLE);

  private record Pair(UserId one, UserId other) {}

  final List<UserId> people;
  private final RelationRig rig;
  private final Random random;
  private final Map<Set<UserId>, ConversationId> directs = new ConcurrentHashMap<>();

  /** Blocks that were answered and that nobody has begun to take back. */
  private final Set<Pair> blocks = ConcurrentHashMap.newKeySet();

  private final List<String> broken = new ArrayList<>();
  private int sent;
  private int said;

  History(RelationRig rig, Random random) {
    this.rig = rig;
    this.random = random;
    this.people = IntStream.range(0, PEOPLE).mapToObj(i -> rig.account()).toList();
    meet();
  }

  /** Each two have a conversation in which something was said. */
  private void meet() {
    for (UserId who : people) {
      Await.get(ask(SettingsOperations.OPEN_ACCOUNT, new OpenAccount(OpenTo.EVERYBODY), who));
    }
    for (UserId who : people) {
      for (UserId other : people) {
        if (!who.equals(other)) {
          Await.get(openDirect(who, other));
          Await.get(send(who, other));
        }
      }
    }
    said = sent;
  }

  /** Some things at once, all of them answered afterwards. */
  void step() {
    List<Future<?>> asked = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      asked.add(act());
    }
    asked.forEach(one -> Await.get(one.transform(done -> Future.succeededFuture())));
    synchronized (broken) {
      assertTrue(broken.isEmpty(), () -> broken.toString());
    }
  }

  /** How many messages were stored after the first ones. */
  int sent() {
    return sent - said;
  }

  private Future<?> act() {
    UserId who = people.get(random.nextInt(PEOPLE));
    UserId other = people.get(random.nextInt(PEOPLE));
    return switch (random.nextInt(16)) {
      case 0, 1 -> ask(RelationOperations.REQUEST_FRIEND, new RequestFriend(other, "hello"), who);
      case 2, 3 -> ask(RelationOperations.ACCEPT_FRIEND, new AcceptFriend(other), who);
      case 4 -> ask(RelationOperations.DECLINE_REQUESTS, new DeclineRequests(people), who);
      case 5 -> ask(RelationOperations.CANCEL_REQUEST, new CancelRequest(other), who);
      case 6 -> ask(RelationOperations.END_FRIENDSHIP, new EndFriendship(other), who);
      case 7 -> block(who, other);
      case 8, 9 -> unblock(who, other);
      case 10 -> open(who);
      case 11 -> openDirect(who, other);
      default -> send(who, other);
    };
  }

  private Future<?> block(UserId who, UserId other) {
    return ask(RelationOperations.BLOCK_PERSON, new BlockPerson(other), who)
        .onSuccess(done -> blocks.add(new Pair(who, other)));
  }

  private Future<?> unblock(UserId who, UserId other) {
    blocks.remove(new Pair(who, other));
    return ask(RelationOperations.UNBLOCK_PERSON, new UnblockPerson(other), who)
        .onSuccess(done -> blocks.remove(new Pair(who, other)));
  }

  private Future<?> open(UserId who) {
    OpenTo to = OpenTo.values()[random.nextInt(OpenTo.values().length)];
    return ask(SettingsOperations.OPEN_ACCOUNT, new OpenAccount(to), who);
  }

  private Future<?> openDirect(UserId who, UserId other) {
    boolean blocked = isBlocked(who, other);
    return ask(DirectOperations.OPEN_DIRECT, new OpenDirect(other), who)
        .onSuccess(
            opened -> {
              directs.put(Set.of(who, other), opened.conversation().conversation());
              breaks(blocked, who + " opened a conversation over a block");
            });
  }

  private Future<?> send(UserId who, UserId other) {
    ConversationId direct = who.equals(other) ? null : directs.get(Set.of(who, other));
    if (direct == null) {
      return Future.succeededFuture();
    }
    boolean blocked = isBlocked(who, other);
    SendMessage message =
        new SendMessage(direct, new ClientId(UUID.randomUUID()), new TextContent("text"));
    return ask(MessageOperations.SEND_MESSAGE, message, who)
        .onSuccess(
            stored -> {
              breaks(blocked, who + " wrote over a block");
              synchronized (broken) {
                sent++;
              }
            });
  }

  /** Whether a block stands for sure, however what is under way comes out. */
  private boolean isBlocked(UserId one, UserId other) {
    return blocks.contains(new Pair(one, other)) || blocks.contains(new Pair(other, one));
  }

  private void breaks(boolean wrong, String what) {
    if (wrong) {
      synchronized (broken) {
        broken.add(what);
      }
    }
  }

  private <Q, A> Future<A> ask(Operation<Q, A> operation, Q request, UserId as) {
    return rig.ask(operation, request, as)
        .onFailure(
            cause ->
                breaks(
                    !(cause instanceof BusFailure failure && USUAL.contains(failure.code())),
                    operation + ": " + cause));
  }
}
