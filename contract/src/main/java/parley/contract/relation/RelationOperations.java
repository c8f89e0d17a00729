package parley.contract.relation;

import static parley.contract.Exposure.BROWSER;
import static parley.contract.FailureCode.NOT_FOUND;
import static parley.contract.FailureCode.NOT_REACHABLE;
import static parley.contract.FailureCode.STALE;
import static parley.contract.FailureCode.TOO_MANY;

import java.util.List;
import parley.contract.CatalogPart;
import parley.contract.Operation;
import parley.contract.Signal;

/**
 * Friends, requests and blocks. Both sides hear of a change by their own feeds, as far as it
 * concerns them: a block is told to who made it alone.
 */
public final class RelationOperations implements CatalogPart {
  /** {@code NOT_REACHABLE} for who is blocked, declined within a week, or does not exist. */
  public static final Operation<RequestFriend, Relations> REQUEST_FRIEND =
      Operation.named("chat.friend.request")
          .summary("Ask somebody to be friends; who has asked the caller becomes a friend.")
          .request(RequestFriend.class)
          .reply(Relations.class)
          .callableFrom(BROWSER)
          .refusals(NOT_REACHABLE, TOO_MANY);

  public static final Operation<AcceptFriend, Relations> ACCEPT_FRIEND =
      Operation.named("chat.friend.accept")
          .summary("Make friends with somebody who has asked.")
          .request(AcceptFriend.class)
          .reply(Relations.class)
          .callableFrom(BROWSER)
          .refusals(NOT_FOUND);

  public static final Operation<DeclineRequests, Relations> DECLINE_REQUESTS =
      Operation.named("chat.friend.decline")
          .summary("Decline requests; the same people cannot ask again for a week.")
          .request(DeclineRequests.class)
          .reply(Relations.class)
          .callableFrom(BROWSER);

  public static final Operation<CancelRequest, Relations> CANCEL_REQUEST =
      Operation.named("chat.friend.cancel")
          .summary("Take back the caller's own request.")
          .request(CancelRequest.class)
          .reply(Relations.class)
          .callableFrom(BROWSER);

  public static final Operation<EndFriendship, Relations> END_FRIENDSHIP =
      Operation.named("chat.friend.end")
          .summary("End a friendship.")
          .request(EndFriendship.class)
          .reply(Relations.class)
          .callableFrom(BROWSER);

  /** When this is answered, nothing that the other sends afterwards is stored. */
  public static final Operation<BlockPerson, Relations> BLOCK_PERSON =
      Operation.named("chat.person.block")
          .summary("Block somebody: friendship and requests end, and neither reaches the other.")
          .request(BlockPerson.class)
          .reply(Relations.class)
          .callableFrom(BROWSER)
          .refusals(NOT_REACHABLE, TOO_MANY);

  public static final Operation<UnblockPerson, Relations> UNBLOCK_PERSON =
      Operation.named("chat.person.unblock")
          .summary("Take back a block; what it ended stays ended.")
          .request(UnblockPerson.class)
          .reply(Relations.class)
          .callableFrom(BROWSER);

  public static final Operation<ListRelations, RelationPage> LIST_RELATIONS =
      Operation.named("chat.relation.list")
          .summary("The caller's friends, requests and blocks.")
          .request(ListRelations.class)
          .reply(RelationPage.class)
          .callableFrom(BROWSER);

  /** For who shows a conversation of two; sending decides anew. */
  public static final Operation<ReadReach, Reach> READ_REACH =
      Operation.named("chat.person.reach")
          .summary("Whether the caller and somebody can write to each other.")
          .request(ReadReach.class)
          .reply(Reach.class)
          .callableFrom(BROWSER);

  /** {@code STALE} if the conversation of the two came to be meanwhile. */
  public static final Operation<ChangeRelations, RelationsChanged> CHANGE_RELATIONS =
      Operation.named("persistence.relation.change")
          .summary("Take a step between an account and others, on both sides or on none.")
          .request(ChangeRelations.class)
          .reply(RelationsChanged.class)
          .refusals(NOT_REACHABLE, NOT_FOUND, TOO_MANY, STALE);

  public static final Operation<FindRelations, RelationPage> FIND_RELATIONS =
      Operation.named("persistence.relation.list")
          .summary("The friends, requests and blocks of an account.")
          .request(FindRelations.class)
          .reply(RelationPage.class);

  public static final Operation<ReadBonds, Bonds> READ_BONDS =
      Operation.named("persistence.bond.read")
          .summary("What is between an account and others, as far as it decides who reaches whom.")
          .request(ReadBonds.class)
          .reply(Bonds.class);

  /** Told after the commit. Who does not hear it asks again all the same, only later. */
  public static final Signal<RelationEnded> RELATION_ENDED =
      new Signal<>(
          "relation.ended", "Two people are no friends any more, or blocked.", RelationEnded.class);

  /** Told as {@link #RELATION_ENDED} is. */
  public static final Signal<ReachNarrowed> REACH_NARROWED =
      new Signal<>("reach.narrowed", "Somebody is open to fewer people.", ReachNarrowed.class);

  @Override
  public List<Operation<?, ?>> operations() {
    return List.of(
        REQUEST_FRIEND,
        ACCEPT_FRIEND,
        DECLINE_REQUESTS,
        CANCEL_REQUEST,
        END_FRIENDSHIP,
        BLOCK_PERSON,
        UNBLOCK_PERSON,
        LIST_RELATIONS,
        READ_REACH,
        CHANGE_RELATIONS,
        FIND_RELATIONS,
        READ_BONDS);
  }

  @Override
  public List<Signal<?>> signals() {
    return List.of(RELATION_ENDED, REACH_NARROWED);
  }
}
