package parley.chat.account;

import io.vertx.core.Future;
import parley.bus.BusClient;
import parley.bus.Handling;
import parley.contract.Caller;
import parley.contract.account.AccountOperations;
import parley.contract.account.Profiles;
import parley.contract.account.ReadProfiles;

/** Answers {@code chat.profile.read} to everybody who is signed in. */
final class ReadProfilesHandler implements Handling<ReadProfiles, Profiles> {
  private final BusClient bus;

  ReadProfilesHandler(BusClient bus) {
    this.bus = bus;
  }

  @Override
  public Future<Profiles> handle(ReadProfiles request, Caller caller) {
    caller.user();
    return bus.request(AccountOperations.PROFILES_READ, request, caller);
  }
}
