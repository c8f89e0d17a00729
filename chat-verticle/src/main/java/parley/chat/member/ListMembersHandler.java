package parley.chat.member;

import io.vertx.core.Future;
import parley.bus.BusClient;
import parley.bus.Handling;
import parley.chat.conversation.Standings;
import parley.contract.Caller;
import parley.contract.conversation.FindMembers;
import parley.contract.conversation.ListMembers;
import parley.contract.conversation.MemberOperations;
import parley.contract.conversation.MemberPage;

/** Answers {@code chat.member.list} to members, no further than where the membership was true. */
final class ListMembersHandler implements Handling<ListMembers, MemberPage> {
  private final BusClient bus;
  private final Standings standings;

  ListMembersHandler(BusClient bus, Standings standings) {
    this.bus = bus;
    this.standings = standings;
  }

  @Override
  public Future<MemberPage> handle(ListMembers request, Caller caller) {
    return standings
        .membershipIn(request.conversation(), caller)
        .map(member -> new FindMembers(request, member.head()))
        .compose(question -> bus.request(MemberOperations.FIND_MEMBERS, question, caller));
  }
}
