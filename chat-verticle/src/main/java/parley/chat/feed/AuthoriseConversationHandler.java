package parley.chat.feed;

import io.vertx.core.Future;
import parley.bus.Handling;
import parley.chat.conversation.Standings;
import parley.contract.Caller;
import parley.contract.feed.Subscribe;
import parley.contract.feed.Subscription;

/**
 * Answers {@code chat.conversation.authorise}: members may listen. The head is of the same moment
 * as the membership.
 */
final class AuthoriseConversationHandler implements Handling<Subscribe, Subscription> {
  private final Standings standings;

  AuthoriseConversationHandler(Standings standings) {
    this.standings = standings;
  }

  @Override
  public Future<Subscription> handle(Subscribe request, Caller caller) {
    return standings
        .membershipIn(FeedAccess.conversation(request.id()), caller)
        .map(member -> new Subscription(member.head(), member.visibleFrom()));
  }
}
