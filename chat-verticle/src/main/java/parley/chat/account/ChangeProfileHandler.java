package parley.chat.account;

import io.vertx.core.Future;
import parley.bus.BusClient;
import parley.bus.Handling;
import parley.contract.Caller;
import parley.contract.account.ChangeProfile;
import parley.contract.account.Profile;
import parley.contract.account.ProfileOperations;
import parley.contract.account.StoreProfile;

/** Answers {@code chat.profile.change}: the caller's own profile and nobody else's. */
final class ChangeProfileHandler implements Handling<ChangeProfile, Profile> {
  private final BusClient bus;

  ChangeProfileHandler(BusClient bus) {
    this.bus = bus;
  }

  @Override
  public Future<Profile> handle(ChangeProfile request, Caller caller) {
    StoreProfile wanted = new StoreProfile(caller.user(), request);
    return bus.request(ProfileOperations.STORE_PROFILE, wanted, caller).onSuccess(this::announce);
  }

  private void announce(Profile profile) {
    bus.publish(ProfileOperations.PROFILE_CHANGES, profile.account().toString(), profile);
  }
}
