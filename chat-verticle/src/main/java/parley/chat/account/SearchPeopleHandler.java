package parley.chat.account;

import io.vertx.core.Future;
import parley.bus.BusClient;
import parley.bus.Handling;
import parley.contract.Caller;
import parley.contract.account.FindPeople;
import parley.contract.account.PeopleOperations;
import parley.contract.account.Profiles;
import parley.contract.account.SearchPeople;

/** Answers {@code chat.people.search} to everybody who is signed in, without the caller. */
final class SearchPeopleHandler implements Handling<SearchPeople, Profiles> {
  private final BusClient bus;

  SearchPeopleHandler(BusClient bus) {
    this.bus = bus;
  }

  @Override
  public Future<Profiles> handle(SearchPeople request, Caller caller) {
    return bus.request(
        PeopleOperations.FIND_PEOPLE, new FindPeople(caller.user(), request), caller);
  }
}
