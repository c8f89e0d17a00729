package parley.gateway.account;

import io.vertx.core.Future;
import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.bus.BusClient;
import parley.contract.BusFailure;
import parley.contract.Caller;
import parley.contract.FailureCode;
import parley.contract.account.FindRecipients;
import parley.contract.account.PasswordChanged;
import parley.contract.account.Profile;
import parley.contract.account.ReadReset;
import parley.contract.account.ResetOperations;
import parley.contract.account.StoreReset;
import parley.contract.account.UseReset;
import parley.contract.id.UserId;
import parley.gateway.http.Client;
import parley.gateway.http.Refusal;
import parley.gateway.mail.Mailer;
import parley.gateway.password.PasswordHasher;
import parley.gateway.session.SessionEnds;

/** Helps who forgot the password: makes one-time secrets, and sets a password by one. */
final class ForgottenPassword {
  private static final Logger log = LoggerFactory.getLogger(ForgottenPassword.class);
  private static final Duration LIFE = Duration.ofHours(24);

  private final BusClient bus;
  private final PasswordHasher passwords;
  private final SessionEnds ends;
  private final Optional<Mailer> mailer;

  /**
   * @param mailer absent where no mail is sent
   */
  ForgottenPassword(
      BusClient bus, PasswordHasher passwords, SessionEnds ends, Optional<Mailer> mailer) {
    this.bus = bus;
    this.passwords = passwords;
    this.ends = ends;
    this.mailer = mailer;
  }

  /** A secret by an administrator; {@code NOT_FOUND} if nobody has the name. */
  Future<ResetLink> link(UserId administrator, String username, Caller caller) {
    return Username.parse(username)
        .map(name -> store(administrator, name.text(), caller))
        .orElseGet(() -> Future.failedFuture(BusFailure.of(FailureCode.NOT_FOUND)));
  }

  private Future<ResetLink> store(UserId by, String username, Caller caller) {
    String secret = Secrets.draw();
    StoreReset request = new StoreReset(by, username, Secrets.hash(secret), LIFE.toMillis());
    return bus.request(ResetOperations.STORE_RESET, request, caller)
        .map(stored -> new ResetLink(secret, stored.expiresAt()));
  }

  /**
   * Sends a link to the address of the account that has the name, where there is one and not too
   * many were sent. Told to nobody; what does not work is in the log alone.
   */
  void send(String login, Client client) {
    mailer.ifPresent(
        mail -> Username.parse(login).ifPresent(name -> send(mail, name.text(), client.caller())));
  }

  // The secret first: if the address is replaced from now on, the secret ends with it.
  private void send(Mailer mail, String username, Caller caller) {
    store(null, username, caller)
        .compose(link -> send(mail, username, link, caller))
        .onFailure(ForgottenPassword::note);
  }

  private Future<Void> send(Mailer mail, String username, ResetLink link, Caller caller) {
    return bus.request(ResetOperations.FIND_RECIPIENTS, new FindRecipients(username), caller)
        .compose(
            found ->
                Future.all(
                    found.recipients().stream()
                        .map(one -> mail.sendReset(one, link.secret()))
                        .toList()))
        .mapEmpty();
  }

  private static void note(Throwable cause) {
    if (!BusFailure.is(cause, FailureCode.NOT_FOUND)
        && !BusFailure.is(cause, FailureCode.TOO_MANY)) {
      log.warn("gateway.reset.unsent cause={}", cause.getClass().getSimpleName());
    }
  }

  /** One form for all spellings of what was typed: as a user name is stored, if it is one. */
  static String normalised(String login) {
    return Username.parse(login)
        .map(Username::text)
        .orElseGet(
            () ->
                Normalizer.normalize(login.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
  }

  /**
   * Sets the password and ends all sessions; {@code FORBIDDEN} for a secret that is not, or no
   * longer, good, 422 for a password that is not allowed. A repeat with the same password within
   * minutes succeeds as well: the first answer may have been lost.
   */
  Future<PasswordChanged> use(ResetUse request, Client client) {
    if (!Secrets.mayBe(request.secret())) {
      return Future.failedFuture(BusFailure.of(FailureCode.FORBIDDEN));
    }
    String hash = Secrets.hash(request.secret());
    return use(hash, request, client)
        .recover(
            cause ->
                BusFailure.is(cause, FailureCode.FORBIDDEN)
                    ? repeat(hash, request, client)
                    : Future.failedFuture(cause));
  }

  private Future<PasswordChanged> repeat(String hash, ResetUse request, Client client) {
    return bus.request(ResetOperations.REPEAT_RESET, new ReadReset(hash), client.caller())
        .compose(set -> passwords.matches(request.password(), set.passwordHash(), client.caller()))
        .map(ForgottenPassword::changedBefore);
  }

  private static PasswordChanged changedBefore(boolean same) {
    if (!same) {
      throw BusFailure.of(FailureCode.FORBIDDEN);
    }
    return new PasswordChanged(List.of());
  }

  private Future<PasswordChanged> use(String hash, ResetUse request, Client client) {
    return bus.request(ResetOperations.READ_RESET, new ReadReset(hash), client.caller())
        .map(profile -> allowed(request.password(), profile))
        .compose(password -> passwords.hash(password, client.caller()))
        .compose(
            next ->
                bus.request(ResetOperations.USE_RESET, new UseReset(hash, next), client.caller()))
        .onSuccess(changed -> changed.ended().forEach(ends::announce));
  }

  private static String allowed(String password, Profile profile) {
    if (Username.parse(profile.username())
        .filter(name -> NewPassword.isAllowed(password, name))
        .isEmpty()) {
      throw Refusal.invalid("password");
    }
    return password;
  }
}
