package parley.gateway.account;

import io.vertx.core.Future;
import parley.bus.BusClient;
import parley.contract.account.AccountDeleted;
import parley.contract.account.AccountOperations;
import parley.contract.account.DeleteAccount;
import parley.contract.account.Profile;
import parley.contract.account.ProfileOperations;
import parley.gateway.http.Client;
import parley.gateway.session.SessionContext;
import parley.gateway.session.SessionEnds;

/** Deletes the account of somebody who is signed in and knows the password. All sessions end. */
final class DeleteAccountHandler {
  private final BusClient bus;
  private final OwnPassword own;
  private final SessionEnds ends;

  DeleteAccountHandler(BusClient bus, OwnPassword own, SessionEnds ends) {
    this.bus = bus;
    this.own = own;
    this.ends = ends;
  }

  /** Fails as {@link OwnPassword#check}. */
  Future<AccountDeleted> handle(Deletion request, SessionContext session, Client client) {
    return own.check(request.password(), session, client)
        .map(checked -> new DeleteAccount(session.account(), checked.passwordHash()))
        .compose(
            deletion -> bus.request(AccountOperations.DELETE_ACCOUNT, deletion, client.caller()))
        .recover(OwnPassword::forbiddenIfWrong)
        .onSuccess(this::announce);
  }

  private void announce(AccountDeleted deleted) {
    Profile profile = deleted.profile();
    deleted.ended().forEach(ends::announce);
    bus.publish(ProfileOperations.PROFILE_CHANGES, profile.account().toString(), profile);
  }
}
