package parley.gateway.account;

import io.vertx.core.Future;
import parley.bus.BusClient;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.account.AccountOperations;
import parley.contract.account.ChangePassword;
import parley.contract.account.Credentials;
import parley.contract.account.FindCredentials;
import parley.contract.account.PasswordChanged;
import parley.gateway.http.Client;
import parley.gateway.http.Refusal;
import parley.gateway.password.PasswordHasher;
import parley.gateway.session.SessionContext;
import parley.gateway.session.SessionEnds;
import parley.gateway.throttle.Throttles;

/**
 * Replaces a password by somebody who is signed in and knows it. All other sessions of the account
 * end; the one that asks goes on.
 */
final class ChangePasswordHandler {
  private final BusClient bus;
  private final Throttles throttles;
  private final PasswordHasher passwords;
  private final SessionEnds ends;

  ChangePasswordHandler(
      BusClient bus, Throttles throttles, PasswordHasher passwords, SessionEnds ends) {
    this.bus = bus;
    this.throttles = throttles;
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
    return throttles
        .logIn(username, client.network())
        .compose(passed -> find(username, client))
        .compose(found -> check(found, request.current(), client))
        .compose(found -> replace(found, request.next(), session, client))
        .map(this::announce)
        .recover(ChangePasswordHandler::forbiddenIfWrong);
  }

  private Future<Credentials> find(String username, Client client) {
    FindCredentials request = new FindCredentials(username);
    return bus.request(AccountOperations.FIND_CREDENTIALS, request, client.caller());
  }

  private Future<Credentials> check(Credentials found, String current, Client client) {
    return passwords
        .matches(current, found.passwordHash(), client.caller())
        .map(
            right -> {
              if (!right) {
                throw BusFailure.of(FailureCode.WRONG_CREDENTIALS);
              }
              return found;
            });
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

  private static Future<PasswordChanged> forbiddenIfWrong(Throwable cause) {
    return Future.failedFuture(
        BusFailure.is(cause, FailureCode.WRONG_CREDENTIALS)
            ? Refusal.of(403, FailureCode.WRONG_CREDENTIALS)
            : cause);
  }
}
