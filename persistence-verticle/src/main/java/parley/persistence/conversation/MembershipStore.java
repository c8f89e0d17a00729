package parley.persistence.conversation;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import parley.contract.BusFailure;
import parley.contract.Caller;
import parley.contract.FailureCode;
import parley.contract.conversation.ChangeMembership;
import parley.contract.conversation.ChangeRole;
import parley.contract.conversation.ConversationChanged;
import parley.contract.conversation.MemberState;
import parley.contract.conversation.Role;
import parley.contract.conversation.StoreRole;
import parley.contract.conversation.StoreTransfer;
import parley.contract.feed.FeedId;
import parley.contract.feed.Item;
import parley.contract.feed.Range;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;
import parley.contract.link.TakeLink;
import parley.persistence.feed.Feeds;
import parley.persistence.link.LinkStore;
import parley.persistence.pg.Database;

/**
 * Begins and ends memberships and changes roles: in the conversation's feed and in the accounts',
 * or in none. Under the lock of the conversation's feed it is exact that an owner is left, or
 * nobody at all.
 */
public final class MembershipStore {
  private static final String ATTRIBUTES =
      "update conversation set member_count = member_count + $2, changed = $3 where id = $1";

  private final Database database;
  private final int maxConversations;

  /**
   * @param maxConversations the most that one account may belong to
   */
  public MembershipStore(Database database, int maxConversations) {
    this.database = database;
    this.maxConversations = maxConversations;
  }

  /**
   * Makes the account a member, or not one. What is so already changes nothing, on whatever policy
   * version it was decided. The end of a membership voids decisions taken before it, that of the
   * last one closes the conversation. {@code NOT_FOUND} where a membership would begin in one that
   * is closed, or of an account that was deleted.
   */
  public Future<ConversationChanged> change(ChangeMembership request, Caller caller) {
    Wanted wanted = new Wanted(request.account(), request.state(), null);
    return change(request.conversation(), request.policyVersion(), List.of(wanted), caller);
  }

  /** Gives a member another role, which voids decisions taken before; see {@link #change}. */
  public Future<ConversationChanged> role(StoreRole request, Caller caller) {
    ChangeRole change = request.change();
    Wanted wanted = new Wanted(change.account(), MemberState.JOINED, change.role());
    return change(change.conversation(), request.policyVersion(), List.of(wanted), caller);
  }

  /** Makes one member an owner and the other a moderator, both at once; see {@link #change}. */
  public Future<ConversationChanged> transfer(StoreTransfer request, Caller caller) {
    UserId to = request.transfer().account();
    List<Wanted> wanted =
        List.of(
            new Wanted(request.from(), MemberState.JOINED, Role.MODERATOR),
            new Wanted(to, MemberState.JOINED, Role.OWNER));
    return change(request.transfer().conversation(), request.policyVersion(), wanted, caller);
  }

  /**
   * Makes the account a member by a link, which loses one use, exactly; {@code NOT_FOUND} if it has
   * none left. Who is a member already costs none. See {@link #change}.
   */
  public Future<ConversationChanged> take(TakeLink request, Caller caller) {
    Wanted wanted = new Wanted(request.account(), MemberState.JOINED, null);
    return change(
        request.conversation(),
        request.policyVersion(),
        List.of(wanted),
        tx -> LinkStore.take(tx, request.link(), request.conversation()),
        caller);
  }

  private Future<ConversationChanged> change(
      ConversationId conversation, long policyVersion, List<Wanted> wanted, Caller caller) {
    return change(conversation, policyVersion, wanted, tx -> Future.succeededFuture(), caller);
  }

  private Future<ConversationChanged> change(
      ConversationId conversation,
      long policyVersion,
      List<Wanted> wanted,
      Function<SqlConnection, Future<Void>> price,
      Caller caller) {
    List<UserId> accounts = wanted.stream().map(Wanted::account).toList();
    return database.transaction(
        caller.deadline(),
        tx ->
            Hall.lock(tx, conversation, accounts)
                .compose(hall -> change(tx, hall, policyVersion, wanted, price))
                .compose(ranges -> Summaries.changed(tx, conversation, accounts.get(0), ranges)));
  }

  private Future<List<Range>> change(
      SqlConnection tx,
      Hall hall,
      long policyVersion,
      List<Wanted> wanted,
      Function<SqlConnection, Future<Void>> price) {
    List<MembershipChange> changes =
        IntStream.range(0, wanted.size())
            .mapToObj(i -> MembershipChange.of(hall.seats().get(i), wanted.get(i)))
            .toList();
    List<MembershipChange> happening = changes.stream().filter(MembershipChange::happens).toList();
    if (happening.isEmpty()) {
      return Future.succeededFuture(List.of());
    }
    check(hall, policyVersion, happening);
    return price.apply(tx).compose(paid -> write(tx, hall, happening));
  }

  private void check(Hall hall, long policyVersion, List<MembershipChange> changes) {
    if (policyVersion != hall.feed().policyVersion()) {
      throw BusFailure.of(FailureCode.STALE);
    }
    boolean toNobody = changes.stream().anyMatch(MembershipChange::givesToNobody);
    boolean begins = changes.stream().anyMatch(MembershipChange::begins);
    if (toNobody || (begins && hall.attributes().closed())) {
      throw BusFailure.of(FailureCode.NOT_FOUND);
    }
    boolean tooMany =
        changes.stream().anyMatch(one -> one.begins() && one.seat().joined() >= maxConversations);
    if (tooMany) {
      throw BusFailure.of(FailureCode.TOO_MANY);
    }
    if (hall.after(changes) == Aftermath.OWNERLESS) {
      throw BusFailure.of(FailureCode.LAST_OWNER);
    }
  }

  private static Future<List<Range>> write(
      SqlConnection tx, Hall hall, List<MembershipChange> changes) {
    long first = hall.feed().head() + 1;
    List<Item> told = new ArrayList<>();
    changes.forEach(change -> told.add(change.member(first + told.size())));
    Future<?> attributes = Future.succeededFuture();
    if (changes.stream().anyMatch(MembershipChange::changesAttributes)) {
      long growth = changes.stream().mapToLong(MembershipChange::growth).sum();
      long changed = first + told.size();
      told.add(hall.attributes().item(changed, growth));
      attributes =
          tx.preparedQuery(ATTRIBUTES).execute(Tuple.of(hall.id().value(), growth, changed));
    }
    boolean voids = changes.stream().anyMatch(MembershipChange::voidsDecisions);
    Range announced = MemberRows.range(hall.feed(), told.toArray(Item[]::new));
    Future<?> counted =
        hall.after(changes) == Aftermath.CLOSED
            ? attributes.compose(done -> Closing.ifEmpty(tx, hall.id()))
            : attributes;
    return counted
        .compose(done -> MemberRows.write(tx, hall, first, changes))
        .map(own -> ranges(announced, own))
        .compose(ranges -> Feeds.move(tx, moves(ranges, voids)).map(ranges));
  }

  private static List<Range> ranges(Range announced, List<Range> own) {
    List<Range> ranges = new ArrayList<>(own);
    ranges.add(0, announced);
    return List.copyOf(ranges);
  }

  private static List<Feeds.Move> moves(List<Range> ranges, boolean voids) {
    return ranges.stream()
        .map(
            range ->
                new Feeds.Move(
                    range.feed(),
                    range.through(),
                    voids && range.feed().kind() == FeedId.Kind.CONVERSATION))
        .toList();
  }
}
