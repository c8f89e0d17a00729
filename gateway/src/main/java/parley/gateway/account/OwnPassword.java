package parley.gateway.account;

import io.vertx.core.Future;
import parley.bus.BusClient;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.account.AccountOperations;
import parley.contract.account.Credentials;
import parley.contract.account.FindCredentials;
import parley.gateway.http.Client;
import parley.gateway.http.Refusal;
import parley.gateway.password.PasswordHasher;
import parley.gateway.session.SessionContext;
import parley.gateway.throttle.Throttles;

/** Makes sure that who is signed in also knows the password. */
final class OwnPassword {
  private final BusClient bus;
  private final Throttles throttles;
  private final PasswordHasher passwords;

  OwnPassword(BusClient bus, Throttles throttles, PasswordHasher passwords) {
    this.bus = bus;
    this.throttles = throttles;
    this.passwords = passwords;
  }

  /**
   * The credentials that were checked. {@code WRONG_CREDENTIALS} as 403 for another password, so
   * that nobody takes it for the end of the session; 429 if it was tried too often, counted with
   * log-ins.
   */
  Future<Credentials> check(String password, SessionContext session, Client client) {
    String username = session.profile().username();
    return throttles
        .logIn(username, client.network())
        .compose(passed -> find(username, client))
        .compose(found -> check(found, password, client))
        .recover(OwnPassword::forbiddenIfWrong);
  }

  /** A refusal of the password as 403; whatever else failed as it is. */
  static <T> Future<T> forbiddenIfWrong(Throwable cause) {
    return Future.failedFuture(
        BusFailure.is(cause, FailureCode.WRONG_CREDENTIALS)
            ? Refusal.of(403, FailureCode.WRONG_CREDENTIALS)
            : cause);
  }

  private Future<Credentials> find(String username, Client client) {
    FindCredentials request = new FindCredentials(username);
    return bus.request(AccountOperations.FIND_CREDENTIALS, request, client.caller());
  }

  private Future<Credentials> check(Credentials found, String password, Client client) {
    return passwords
        .matches(password, found.passwordHash(), client.caller())
        .map(
            right -> {
              if (!right) {
                throw BusFailure.of(FailureCode.WRONG_CREDENTIALS);
              }
              return found;
            });
  }
}
