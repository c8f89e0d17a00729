package parley.launcher.delivery;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;
import parley.contract.FailureCode;
import parley.contract.conversation.ConversationOperations;
import parley.contract.conversation.ConversationPage;
import parley.contract.conversation.ConversationSummary;
import parley.contract.conversation.ListConversations;
import parley.contract.conversation.MemberState;
import parley.contract.feed.FeedId;
import parley.contract.feed.FeedOperations;
import parley.contract.feed.FeedPosition;
import parley.contract.feed.Item;
import parley.contract.feed.MembershipItem;
import parley.contract.feed.Range;
import parley.contract.feed.ReadFeed;
import parley.contract.feed.Resume;
import parley.contract.feed.ResumedFeed;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;
import parley.contract.message.HistoryPage;
import parley.contract.message.MessageOperations;
import parley.contract.message.ReadHistory;
import parley.testkit.bridge.Refused;

/**
 * The feeds of a client: its account's and those of the conversations that it belongs to. Each is
 * read from its beginning, or a conversation from its newest page of history, resumed on every
 * connection, and read on where something is missing. A conversation that refuses is left alone
 * until the account's feed tells of it again.
 */
final class ModelFeeds {
  private static final long HOLD_MS = 300;
  private static final int PAGE = 20;
  private static final HistoryPage BEGINNING = new HistoryPage(List.of(), false, 0);

  private final Vertx vertx;
  private final Journal journal;
  private final UserId account;
  private final RandomGenerator random;
  private final boolean newest;
  private final Map<FeedId, Place> places = new LinkedHashMap<>();
  private ModelSocket socket;
  private long heard;
  private int holes;

  /**
   * Nothing is known yet.
   *
   * @param newest whether conversations begin at their newest page
   */
  ModelFeeds(Vertx vertx, Journal journal, UserId account, RandomGenerator random, boolean newest) {
    this.vertx = vertx;
    this.journal = journal;
    this.account = account;
    this.random = random;
    this.newest = newest;
  }

  /** A socket is open: everything is resumed on it. */
  void connected(ModelSocket socket) {
    this.socket = socket;
    resume(socket, 1);
  }

  /** Nothing comes until the next socket. */
  void disconnected() {
    socket = null;
    places.values().forEach(Place::silence);
  }

  /** A range came by itself. */
  void live(Range range) {
    Place place = places.get(range.feed());
    if (place != null) {
      take(place, Entry.Way.LIVE, range);
    }
  }

  /** The position of each feed that is listened to. */
  Map<String, Long> listening() {
    Map<String, Long> positions = new HashMap<>();
    places.values().stream()
        .filter(place -> place.listening)
        .forEach(place -> positions.put(place.id.toString(), place.feed.position()));
    return positions;
  }

  /** How many ranges came too early. */
  int holes() {
    return holes;
  }

  private void resume(ModelSocket on, int attempt) {
    if (on == null || on != socket) {
      return;
    }
    known(on)
        .compose(known -> resumeSilent(on))
        .onFailure(cause -> again(attempt, next -> resume(on, next)));
  }

  /** At the very first time the conversations are listed; later the account's feed tells. */
  private Future<Void> known(ModelSocket on) {
    if (!places.isEmpty()) {
      return Future.succeededFuture();
    }
    return on.ask(ConversationOperations.LIST_CONVERSATIONS, new ListConversations(null, 200))
        .compose(listed -> pages(on, listed))
        .map(this::begin);
  }

  /** What each conversation begins with. */
  private Future<Map<ConversationId, HistoryPage>> pages(ModelSocket on, ConversationPage listed) {
    Map<ConversationId, HistoryPage> pages = new LinkedHashMap<>();
    Future<Void> read = Future.succeededFuture();
    for (ConversationSummary one : listed.conversations()) {
      ConversationId id = one.conversation();
      read = read.compose(before -> page(on, id)).map(page -> pages.put(id, page)).mapEmpty();
    }
    return read.map(pages);
  }

  private Future<HistoryPage> page(ModelSocket on, ConversationId conversation) {
    return newest
        ? on.ask(MessageOperations.READ_HISTORY, new ReadHistory(conversation, null, PAGE))
        : Future.succeededFuture(BEGINNING);
  }

  private Void begin(Map<ConversationId, HistoryPage> pages) {
    add(FeedId.of(account));
    pages.forEach(
        (conversation, page) -> {
          Place place = add(FeedId.of(conversation));
          List<Note> items = page.messages().stream().map(Note::of).toList();
          place.member = true;
          place.feed.begin(page.through(), items);
          journal.write(new Entry.Begun(now(), place.id.toString(), page.through(), items));
        });
    return null;
  }

  private Place add(FeedId id) {
    return places.computeIfAbsent(id, Place::new);
  }

  private Future<Void> resumeSilent(ModelSocket on) {
    List<Place> silent =
        places.values().stream().filter(place -> place.isWanted() && !place.listening).toList();
    if (silent.isEmpty()) {
      return Future.succeededFuture();
    }
    List<FeedPosition> asked =
        silent.stream().map(place -> new FeedPosition(place.id, place.feed.position())).toList();
    List<Long> asOf = silent.stream().map(place -> place.told).toList();
    return on.ask(FeedOperations.RESUME, new Resume(asked))
        .compose(
            answer -> {
              List<Refused> failures = new ArrayList<>();
              for (int i = 0; i < silent.size() && on == socket; i++) {
                resumed(silent.get(i), answer.feeds().get(i), asOf.get(i), failures);
              }
              return failures.isEmpty()
                  ? Future.succeededFuture()
                  : Future.failedFuture(failures.get(0));
            });
  }

  private void resumed(Place place, ResumedFeed answer, long asOf, List<Refused> failures) {
    journal.write(new Entry.Resumed(now(), place.id.toString(), answer.head(), answer.failure()));
    if (answer.failure() != null) {
      FailureCode code = FailureCode.valueOf(answer.failure());
      if (code.passing()) {
        failures.add(new Refused(code, null));
      } else {
        refused(place, asOf);
      }
      return;
    }
    place.listening = true;
    if (answer.range() != null) {
      take(place, Entry.Way.RESUMED, answer.range());
    }
    if (place.feed.position() < answer.head()) {
      read(place, 1);
    }
  }

  /** Not a member. If the account's feed has told of it since the question, it is asked again. */
  private void refused(Place place, long asOf) {
    place.silence();
    place.member = place.told > asOf;
    if (place.member) {
      resume(socket, 1);
    }
  }

  private void take(Place place, Entry.Way way, Range range) {
    Entry.Heard one =
        new Entry.Heard(
            now(),
            ++heard,
            way,
            place.id.toString(),
            range.after(),
            range.through(),
            range.items().stream().map(Note::of).toList());
    journal.write(one);
    for (ModelFeed.Step step : place.feed.take(one)) {
      journal.write(new Entry.Applied(now(), step.range().number(), one.feed(), step.position()));
    }
    if (range.after() > place.feed.position()) {
      holes++;
      journal.write(new Entry.Held(now(), heard, one.feed(), place.feed.position()));
    }
    range.items().forEach(item -> learn(place, item));
    if (place.feed.hasHole()) {
      patience(place);
    }
  }

  private void learn(Place place, Item item) {
    if (item instanceof MembershipItem membership) {
      Place about = add(FeedId.of(membership.conversation()));
      if (membership.changed() > about.told) {
        about.told = membership.changed();
        about.member = membership.state() == MemberState.JOINED;
        if (about.member && !about.listening && socket != null) {
          resume(socket, 1);
        }
      }
    } else if (place.endsFor(account)) {
      ended(place);
    }
  }

  /** The server stops telling; if the account's feed says otherwise, it is asked. */
  private void ended(Place place) {
    if (place.listening) {
      place.silence();
      resume(socket, 1);
    }
  }

  private void patience(Place place) {
    if (!place.waiting && !place.reading && place.listening) {
      place.waiting = true;
      int era = place.era;
      vertx.setTimer(
          HOLD_MS,
          fired -> {
            if (era == place.era) {
              place.waiting = false;
              if (place.feed.hasHole()) {
                read(place, 1);
              }
            }
          });
    }
  }

  private void read(Place place, int attempt) {
    if (!place.listening || (place.reading && attempt == 1)) {
      return;
    }
    place.reading = true;
    int era = place.era;
    long asOf = place.told;
    socket
        .ask(
            FeedOperations.READ_FEED,
            new ReadFeed(place.id, place.feed.position(), Range.MAX_ITEMS))
        .onComplete(
            page -> {
              if (era == place.era) {
                place.reading = false;
                take(place, Entry.Way.READ, page);
                if (page.through() > page.after()) {
                  read(place, 1);
                }
              }
            },
            cause -> {
              if (era == place.era && ((Refused) cause).code().passing()) {
                again(attempt, next -> readAgain(place, next, era));
              } else if (era == place.era) {
                refused(place, asOf);
              }
            });
  }

  private void readAgain(Place place, int attempt, int era) {
    if (era == place.era) {
      read(place, attempt);
    }
  }

  private void again(int attempt, IntConsumer action) {
    vertx.setTimer(Backoff.pause(attempt, random), fired -> action.accept(attempt + 1));
  }

  private static long now() {
    return System.currentTimeMillis();
  }
}
