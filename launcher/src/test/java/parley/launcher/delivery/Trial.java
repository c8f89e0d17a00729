package parley.launcher.delivery;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import parley.contract.Operation;
import parley.contract.conversation.AddMember;
import parley.contract.conversation.JoinRoom;
import parley.contract.conversation.LeaveRoom;
import parley.contract.conversation.MemberOperations;
import parley.contract.conversation.RemoveMember;
import parley.contract.conversation.RoomOperations;
import parley.contract.feed.FeedId;
import parley.contract.id.ConversationId;
import parley.contract.message.MessageOperations;
import parley.contract.message.SendMessage;
import parley.contract.relation.OpenTo;
import parley.launcher.Talk;
import parley.testkit.bridge.Await;
import parley.testkit.bridge.BridgeClient;
import parley.testkit.bridge.Person;

/**
 * People with a model client each, in processes of their own, who all belong to the same two
 * conversations and write in both, while whoever holds this breaks something. In the end the {@link
 * Oracle} judges what they wrote down. The last of them may be sent away and called back.
 */
public final class Trial implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final long RETRY_NANOS = 200_000_000;
  private static final int CONVERSATIONS = 2;

  /** More than the newest page, with which every second client begins. */
  private static final int EARLIER = 30;

  /** Trials of one Parley do not meet: everybody has a number of his own. */
  private static final AtomicInteger WRITERS = new AtomicInteger();

  /** How far a conversation goes on while somebody is away. */
  private static final int MEANWHILE = 20;

  private final Vertx people;
  private final TruthReader tables;
  private final List<Integer> ports;
  private final List<ModelProcess> clients = new ArrayList<>();
  private final List<ConversationId> conversations = new ArrayList<>();
  private final List<Absence> absences = new CopyOnWriteArrayList<>();

  private Trial(Vertx people, String postgres, List<Integer> ports) {
    this.people = people;
    this.tables = new TruthReader(postgres);
    this.ports = ports;
  }

  /**
   * Gathers them, the first at the first gateway, the next at the next; returns when all listen.
   *
   * @param folder for the journals
   * @param postgres the address of the database, to compare with
   * @param ports where gateways are, or who passes on to them; all of them must work now
   * @param count how many people, two at least
   * @param seed of what they choose by chance
   */
  public static Trial open(
      Vertx people, Path folder, String postgres, List<Integer> ports, int count, long seed) {
    Trial trial = new Trial(people, postgres, ports);
    try {
      trial.gather(folder, count, seed);
      return trial;
    } catch (RuntimeException | AssertionError failed) {
      trial.close();
      throw failed;
    }
  }

  /** All write in both conversations from now on, with such pauses after each answer. */
  public void talk(long pauseMs) {
    clients.forEach(one -> conversations.forEach(where -> one.write(where, pauseMs)));
  }

  /** What they have met so far. */
  public Signs signs() {
    return Signs.of(reports());
  }

  /** Returns when so many more messages were acknowledged. */
  public void awaitMore(long count) {
    long then = signs().acknowledged();
    Await.until("they write", PATIENCE, () -> signs().acknowledged() >= then + count);
  }

  /** Ends all their sockets at once. */
  public void cut() {
    clients.forEach(ModelProcess::cut);
  }

  /**
   * The last one is out of the second conversation for a while in which others write there: sent
   * away by its owner and added again, or by leaving and joining, in turns. What fails on the way
   * is tried again, as long as it may take to mend what is broken.
   *
   * @param port of a gateway
   */
  public void removeAndReturn(int port) {
    Person person = clients.get(clients.size() - 1).person();
    ConversationId where = conversations.get(1);
    FeedId feed = FeedId.of(where);
    boolean sentAway = absences.size() % 2 == 0;
    if (sentAway) {
      ask(owner(), port, MemberOperations.REMOVE_MEMBER, new RemoveMember(where, person.account()));
    } else {
      ask(person, port, RoomOperations.LEAVE_ROOM, new LeaveRoom(where));
    }
    long removal = persistently("the removal is read", () -> tables.removal(feed, person));
    persistently(
        "others write meanwhile",
        () -> {
          long head = tables.heads().get(feed.toString());
          if (head < removal + MEANWHILE) {
            throw new AssertionError("at " + head);
          }
          return head;
        });
    long until = System.currentTimeMillis();
    absences.add(new Absence(person.username(), feed.toString(), removal, until));
    if (sentAway) {
      ask(owner(), port, MemberOperations.ADD_MEMBER, new AddMember(where, person.account()));
    } else {
      ask(person, port, RoomOperations.JOIN_ROOM, new JoinRoom(where));
    }
  }

  /** Who made the conversations. */
  private Person owner() {
    return clients.get(0).person();
  }

  /** Where somebody has a socket now. */
  Set<Integer> portsInUse() {
    return reports().stream()
        .filter(Report::connected)
        .map(Report::port)
        .collect(Collectors.toSet());
  }

  /** The last one leaves the second conversation and joins it again, so often, without a pause. */
  void comeAndGo(int times) {
    Person person = clients.get(clients.size() - 1).person();
    ConversationId where = conversations.get(1);
    try (BridgeClient socket = person.connect(people, ports.get(0))) {
      for (int i = 0; i < times; i++) {
        again(() -> socket.ask(RoomOperations.LEAVE_ROOM, new LeaveRoom(where)));
        again(() -> socket.ask(RoomOperations.JOIN_ROOM, new JoinRoom(where)));
      }
    }
  }

  /** How often somebody was away. */
  public int absences() {
    return absences.size();
  }

  /** Lets them come to the end and judges; everything must be whole again. */
  public Verdict end() {
    return end(PATIENCE);
  }

  /** As above; waits no longer than this, then judges what there is. */
  Verdict end(Duration patience) {
    clients.forEach(ModelProcess::stop);
    awaitQuiet(patience);
    List<Told> all =
        clients.stream()
            .map(
                one ->
                    new Told(one.person().username(), one.person().account().toString(), one.end()))
            .toList();
    Truth truth =
        tables.read(people, ports.get(0), clients.stream().map(ModelProcess::person).toList());
    return new Verdict(Tally.of(all), Oracle.judge(truth, all, absences));
  }

  @Override
  public void close() {
    clients.forEach(ModelProcess::close);
  }

  private void gather(Path folder, int count, long seed) {
    List<Person> all =
        IntStream.rangeClosed(1, count)
            .mapToObj(
                one -> Person.signUp(people, ports.get(0), "writer" + WRITERS.incrementAndGet()))
            .toList();
    for (Person person : all) {
      again(() -> person.openTo(people, ports.get(0), OpenTo.EVERYBODY));
    }
    for (int i = 1; i <= CONVERSATIONS; i++) {
      conversations.add(openFor(all, "Trial " + i + " of " + all.get(0).username()));
    }
    for (int i = 0; i < all.size(); i++) {
      List<Integer> own = new ArrayList<>(ports);
      Collections.rotate(own, i);
      clients.add(ModelProcess.start(all.get(i), folder, seed + i, i % 2 == 1, own));
    }
    Await.until(
        "all listen",
        PATIENCE,
        () -> reports().stream().allMatch(one -> one.positions().size() == 1 + CONVERSATIONS));
  }

  private ConversationId openFor(List<Person> all, String name) {
    ConversationId room;
    try (BridgeClient owner = all.get(0).connect(people, ports.get(0))) {
      room = Talk.createRoom(owner, name);
      for (int i = 1; i <= EARLIER; i++) {
        SendMessage earlier = Talk.message(room, name + ", earlier " + i);
        again(() -> owner.ask(MessageOperations.SEND_MESSAGE, earlier));
      }
    }
    for (Person person : all.subList(1, all.size())) {
      try (BridgeClient socket = person.connect(people, ports.get(0))) {
        Talk.join(socket, room);
      }
    }
    return room;
  }

  /** Waits as long as it may take; who does not get there is seen by the oracle. */
  private void awaitQuiet(Duration patience) {
    waitFor(
        patience, () -> reports().stream().allMatch(one -> one.connected() && one.unsent() == 0));
    waitFor(
        patience,
        () -> {
          Map<String, Long> heads = tables.heads();
          return reports().stream()
              .allMatch(
                  one ->
                      one.positions().size() == 1 + CONVERSATIONS
                          && heads.entrySet().containsAll(one.positions().entrySet()));
        });
  }

  private <Q, A> void ask(Person person, int port, Operation<Q, A> operation, Q request) {
    persistently(
        operation.address(),
        () -> {
          Person now = Person.logIn(people, port, person.username());
          try (BridgeClient socket = now.connect(people, port)) {
            return socket.ask(operation, request);
          }
        });
  }

  private static <T> T again(Supplier<T> attempt) {
    return persistently("an answer", attempt);
  }

  /** The first result that is no failure. */
  private static <T> T persistently(String what, Supplier<T> attempt) {
    AtomicReference<T> result = new AtomicReference<>();
    Await.until(
        what,
        PATIENCE,
        () -> {
          try {
            result.set(attempt.get());
            return true;
          } catch (RuntimeException | AssertionError failed) {
            LockSupport.parkNanos(RETRY_NANOS);
            return false;
          }
        });
    return result.get();
  }

  private static void waitFor(Duration patience, BooleanSupplier quiet) {
    try {
      Await.until("quiet", patience, quiet);
    } catch (AssertionError late) {
      System.out.println("not quiet after " + patience);
    }
  }

  private List<Report> reports() {
    return clients.stream().map(ModelProcess::report).toList();
  }
}
