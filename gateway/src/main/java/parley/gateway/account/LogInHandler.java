package parley.gateway.account;

import io.vertx.core.Future;
import java.util.Optional;
import parley.bus.BusClient;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.account.AccountOperations;
import parley.contract.account.Credentials;
import parley.contract.account.FindCredentials;
import parley.gateway.http.Client;
import parley.gateway.password.PasswordHasher;
import parley.gateway.session.OpenSessionHandler;
import parley.gateway.session.OpenedSession;
import parley.gateway.throttle.Throttles;

/**
 * Opens a session for a user name and its password. A name that does not exist costs the same hash
 * and gets the same answer as a wrong password.
 */
final class LogInHandler {
  private final BusClient bus;
  private final Throttles throttles;
  private final PasswordHasher passwords;
  private final OpenSessionHandler open;

  LogInHandler(
      BusClient bus, Throttles throttles, PasswordHasher passwords, OpenSessionHandler open) {
    this.bus = bus;
    this.throttles = throttles;
    this.passwords = passwords;
    this.open = open;
  }

  /** Fails with {@code WRONG_CREDENTIALS}, or 429 if it was tried too often. */
  Future<OpenedSession> handle(LogIn request, Client client) {
    Optional<Username> name = Username.parse(request.username());
    return throttles
        .logIn(name.map(Username::text).orElse(request.username()), client.network())
        .compose(passed -> find(name, client))
        .compose(found -> check(found, request.password(), client))
        .compose(checked -> open.handle(checked, client));
  }

  private Future<Optional<Credentials>> find(Optional<Username> name, Client client) {
    if (name.isEmpty()) {
      return Future.succeededFuture(Optional.empty());
    }
    FindCredentials request = new FindCredentials(name.get().text());
    return bus.request(AccountOperations.FIND_CREDENTIALS, request, client.caller())
        .map(Optional::of)
        .recover(LogInHandler::absentIfUnknown);
  }

  private static Future<Optional<Credentials>> absentIfUnknown(Throwable cause) {
    return BusFailure.is(cause, FailureCode.NOT_FOUND)
        ? Future.succeededFuture(Optional.empty())
        : Future.failedFuture(cause);
  }

  private Future<Credentials> check(Optional<Credentials> found, String password, Client client) {
    Future<Boolean> right =
        found.isPresent()
            ? passwords.matches(password, found.get().passwordHash(), client.caller())
            : passwords.matchesNobody(password, client.caller());
    return right.map(
        yes -> {
          if (!yes) {
            throw BusFailure.of(FailureCode.WRONG_CREDENTIALS);
          }
          return found.orElseThrow();
        });
  }
}
