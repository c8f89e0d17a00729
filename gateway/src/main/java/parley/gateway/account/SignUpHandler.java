package parley.gateway.account;

import io.vertx.core.Future;
import java.util.UUID;
import parley.bus.BusClient;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.account.AccountOperations;
import parley.contract.account.Credentials;
import parley.contract.account.StoreAccount;
import parley.contract.id.UserId;
import parley.gateway.http.Client;
import parley.gateway.http.Refusal;
import parley.gateway.password.PasswordHasher;
import parley.gateway.session.OpenSessionHandler;
import parley.gateway.session.OpenedSession;
import parley.gateway.throttle.Throttles;

/** Creates an account and logs it in. */
final class SignUpHandler {
  private final SignUpConfig config;
  private final BusClient bus;
  private final Throttles throttles;
  private final PasswordHasher passwords;
  private final OpenSessionHandler open;

  SignUpHandler(
      SignUpConfig config,
      BusClient bus,
      Throttles throttles,
      PasswordHasher passwords,
      OpenSessionHandler open) {
    this.config = config;
    this.bus = bus;
    this.throttles = throttles;
    this.passwords = passwords;
    this.open = open;
  }

  /**
   * Fails with {@code NAME_TAKEN} also for a name that looks like another; {@code FORBIDDEN} where
   * nobody may sign up, or the invitation is not, or no longer, good.
   */
  Future<OpenedSession> handle(SignUp request, Client client) {
    String invite = config.policy().inviteOf(request);
    NewAccount account = NewAccount.of(request);
    return throttles
        .signUp(client.network())
        .compose(passed -> passwords.hash(request.password(), client.caller()))
        .compose(hash -> store(account, hash, invite, client))
        .compose(stored -> open.handle(stored, client));
  }

  private Future<Credentials> store(NewAccount account, String hash, String invite, Client client) {
    StoreAccount request =
        new StoreAccount(
            new UserId(UUID.randomUUID()),
            account.username().text(),
            account.username().skeleton(),
            account.displayName(),
            hash,
            invite == null ? null : Secrets.hash(invite));
    return bus.request(AccountOperations.STORE_ACCOUNT, request, client.caller())
        .map(stored -> new Credentials(stored.profile(), hash))
        .recover(SignUpHandler::notInvited);
  }

  private static <T> Future<T> notInvited(Throwable cause) {
    return Future.failedFuture(
        BusFailure.is(cause, FailureCode.FORBIDDEN)
            ? Refusal.forbidden("The invitation is not, or no longer, good.")
            : cause);
  }
}
