package parley.gateway.account;

import io.vertx.core.Future;
import parley.bus.BusClient;
import parley.contract.BusFailure;
import parley.contract.account.OwnEmail;
import parley.contract.account.ReadEmail;
import parley.contract.account.ResetOperations;
import parley.contract.account.StoreEmail;
import parley.gateway.http.Client;
import parley.gateway.http.Refusal;
import parley.gateway.session.SessionContext;

/**
 * The address of who is signed in; it is changed by who knows the password, for it can reset it.
 */
final class EmailHandler {
  private final BusClient bus;
  private final OwnPassword own;

  EmailHandler(BusClient bus, OwnPassword own) {
    this.bus = bus;
    this.own = own;
  }

  Future<OwnEmail> read(SessionContext session, Client client) {
    return bus.request(
        ResetOperations.READ_EMAIL, new ReadEmail(session.account()), client.caller());
  }

  /** 422 for what cannot be an address; else fails as {@link OwnPassword#check}. */
  Future<OwnEmail> store(EmailRequest request, SessionContext session, Client client) {
    StoreEmail wanted = checked(request, session);
    return own.check(request.password(), session, client)
        .compose(known -> bus.request(ResetOperations.STORE_EMAIL, wanted, client.caller()));
  }

  private static StoreEmail checked(EmailRequest request, SessionContext session) {
    try {
      return new StoreEmail(session.account(), request.email());
    } catch (BusFailure malformed) {
      throw Refusal.invalid("email");
    }
  }
}
