package dice;

import io.vertx.core.Future;
import parley.bus.Handling;
import parley.contract.Caller;
import parley.contract.feed.Subscribe;
import parley.contract.feed.Subscription;

/** Answers {@code dice.roll.authorise}: who is a member hears the dice. */
final class AuthoriseRollsHandler implements Handling<Subscribe, Subscription> {
  private final Members members;

  AuthoriseRollsHandler(Members members) {
    this.members = members;
  }

  @Override
  public Future<Subscription> handle(Subscribe request, Caller caller) {
    return members.require(request.id(), caller).map(member -> new Subscription(null));
  }
}
