package parley.chat.account;

import io.vertx.core.Future;
import parley.bus.BusClient;
import parley.bus.Handling;
import parley.contract.Caller;
import parley.contract.account.AccountOperations;
import parley.contract.account.KnownProfile;
import parley.contract.account.Profiles;
import parley.contract.account.ReadProfiles;
import parley.contract.account.RefreshProfiles;

/** Answers {@code chat.profile.refresh} to everybody who is signed in. */
final class RefreshProfilesHandler implements Handling<RefreshProfiles, Profiles> {
  private final BusClient bus;

  RefreshProfilesHandler(BusClient bus) {
    this.bus = bus;
  }

  @Override
  public Future<Profiles> handle(RefreshProfiles request, Caller caller) {
    caller.user();
    ReadProfiles question =
        new ReadProfiles(request.known().stream().map(KnownProfile::account).toList());
    return bus.request(AccountOperations.PROFILES_READ, question, caller)
        .map(present -> ProfileNews.of(request.known(), present));
  }
}
