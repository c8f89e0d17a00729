package parley.gateway.account;

import io.vertx.core.Future;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.bus.BusClient;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.account.ConfirmEmail;
import parley.contract.account.OwnEmail;
import parley.contract.account.ReadEmail;
import parley.contract.account.Recipient;
import parley.contract.account.ResetOperations;
import parley.contract.account.StoreEmail;
import parley.gateway.http.Client;
import parley.gateway.http.Refusal;
import parley.gateway.mail.Mailer;
import parley.gateway.session.SessionContext;
import parley.gateway.throttle.Throttles;

/**
 * The address of who is signed in; it is changed by who knows the password, for it can reset it. A
 * new one gets a letter by which whoever reads it confirms it, where mail is sent.
 */
final class EmailHandler {
  private static final Logger log = LoggerFactory.getLogger(EmailHandler.class);

  private final BusClient bus;
  private final OwnPassword own;
  private final Throttles throttles;
  private final Optional<Mailer> mailer;

  /**
   * @param mailer absent where no mail is sent
   */
  EmailHandler(BusClient bus, OwnPassword own, Throttles throttles, Optional<Mailer> mailer) {
    this.bus = bus;
    this.own = own;
    this.throttles = throttles;
    this.mailer = mailer;
  }

  Future<EmailKept> read(SessionContext session, Client client) {
    ReadEmail request = new ReadEmail(session.account());
    return bus.request(ResetOperations.READ_EMAIL, request, client.caller()).map(this::told);
  }

  /**
   * 422 for what cannot be an address, {@code RATE_LIMITED} where too many letters were asked for,
   * counted with those about forgotten passwords; else fails as {@link OwnPassword#check}.
   */
  Future<EmailKept> store(EmailRequest request, SessionContext session, Client client) {
    String secret = Secrets.draw();
    StoreEmail wanted = checked(request, session, secret);
    return own.check(request.password(), session, client)
        .compose(known -> mayWrite(wanted, session, client))
        .compose(may -> bus.request(ResetOperations.STORE_EMAIL, wanted, client.caller()))
        .onSuccess(kept -> write(kept, session, secret))
        .map(this::told);
  }

  /** {@code FORBIDDEN} for a secret that is not, or no longer, good. */
  Future<OwnEmail> confirm(EmailConfirmation request, Client client) {
    return Secrets.mayBe(request.secret())
        ? bus.request(
            ResetOperations.CONFIRM_EMAIL,
            new ConfirmEmail(Secrets.hash(request.secret())),
            client.caller())
        : Future.failedFuture(BusFailure.of(FailureCode.FORBIDDEN));
  }

  private Future<Void> mayWrite(StoreEmail wanted, SessionContext session, Client client) {
    return wanted.secretHash() == null
        ? Future.succeededFuture()
        : throttles.reset(session.account().toString(), client.network());
  }

  private void write(OwnEmail kept, SessionContext session, String secret) {
    if (kept.email() != null && !kept.confirmed()) {
      Recipient to = new Recipient(session.profile().username(), kept.email());
      mailer.ifPresent(mail -> mail.sendConfirmation(to, secret).onFailure(EmailHandler::note));
    }
  }

  private static void note(Throwable cause) {
    log.warn("gateway.confirmation.unsent cause={}", cause.getClass().getSimpleName());
  }

  private EmailKept told(OwnEmail kept) {
    return EmailKept.of(kept, mailer.isPresent());
  }

  private StoreEmail checked(EmailRequest request, SessionContext session, String secret) {
    boolean letter = mailer.isPresent() && request.email() != null;
    try {
      return new StoreEmail(
          session.account(), request.email(), letter ? Secrets.hash(secret) : null);
    } catch (BusFailure malformed) {
      throw Refusal.invalid("email");
    }
  }
}
