package parley.gateway.account;

import io.vertx.core.Future;
import parley.bus.BusClient;
import parley.contract.account.AccountOperations;
import parley.contract.account.ChangePassword;
import parley.contract.account.Credentials;
import parley.contract.account.PasswordChanged;
import parley.gateway.http.Client;
import parley.gateway.http.Refusal;
import parley.gateway.password.PasswordHasher;
import parley.gateway.session.SessionContext;
import parley.gateway.session.SessionEnds;

/**
 * Replaces a password by somebody who is signed in and knows it. All other sessions of the account
 * end; the one that asks goes on.
 */
final class ChangePasswordHandler {
  private final BusClient bus;
  private final OwnPassword own;
  private final PasswordHasher passwords;
  private final SessionEnds ends;

  ChangePasswordHandler(
      BusClient bus, OwnPassword own, PasswordHasher passwords, SessionEnds ends) {
    this.bus = bus;
    this.own = own;
    this.passwords = passwords;
    this.ends = ends;
  }

  /**
   * Fails with 422 for a password that is not allowed, {@code WRONG_CREDENTIALS} as 403 if the
   * current one is another, so that nobody takes it for the end of the session; 429 if it was tried
   * too often, counted with log-ins.
   */
  Future<PasswordChanged> handle(
      NewPasswordRequest request, SessionContext session, Client client) {
    String username = session.profile().username();
    if (!Username.parse(username)
        .filter(name -> NewPassword.isAllowed(request.next(), name))
        .isPresent()) {
      return Future.failedFuture(Refusal.invalid("next"));
    }
    return own.check(request.current(), session, client)
        .compose(found -> replace(found, request.next(), session, client))
        .map(this::announce)
        .recover(OwnPassword::forbiddenIfWrong);
  }

  private Future<PasswordChanged> replace(
      Credentials found, String next, SessionContext session, Client client) {
    return passwords
        .hash(next, client.caller())
        .map(
            hash ->
                new ChangePassword(
                    session.account(), session.session(), found.passwordHash(), hash))
        .compose(change -> bus.request(AccountOperations.CHANGE_PASSWORD, change, client.caller()));
  }

  private PasswordChanged announce(PasswordChanged changed) {
    changed.ended().forEach(ends::announce);
    return changed;
  }
}
