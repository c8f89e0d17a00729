package parley.persistence.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import parley.contract.BusFailure;
import parley.contract.Caller;
import parley.contract.FailureCode;
import parley.contract.account.ConfirmEmail;
import parley.contract.account.FindRecipients;
import parley.contract.account.OwnEmail;
import parley.contract.account.ReadEmail;
import parley.contract.account.Recipient;
import parley.contract.account.Recipients;
import parley.contract.account.StoreEmail;
import parley.persistence.pg.Database;

/** Addresses of accounts. */
public final class EmailStore {
  private static final Duration CONFIRMED_WITHIN = Duration.ofHours(24);

  // The same address stays confirmed.
  private static final String STORE =
      """
      update account set email = $2,
        email_confirmed_at = case when email = $2 then email_confirmed_at end
      where id = $1 and deleted_at is null
      returning email, email_confirmed_at is not null as confirmed
      """;

  private static final String FORGET = "delete from email_confirmation where account = $1";

  private static final String AWAIT =
      """
      insert into email_confirmation (secret_hash, account, expires_at)
      values ($2, $1, clock_timestamp() + $3::bigint * interval '1 millisecond')
      """;

  // Who replaces the address or deletes the account ends the secret with it.
  private static final String CONFIRM =
      """
      update account a set email_confirmed_at = coalesce(a.email_confirmed_at, clock_timestamp())
      from email_confirmation c
      where c.secret_hash = $1 and c.expires_at > clock_timestamp() and a.id = c.account
        and a.email is not null and a.deleted_at is null
      returning a.email, true as confirmed
      """;

  private static final String READ =
      """
      select email, email_confirmed_at is not null as confirmed from account
      where id = $1 and deleted_at is null
      """;

  private static final String FIND =
      "select username, email from account where username = $1 and email_confirmed_at is not null";

  private final Database database;

  public EmailStore(Database database) {
    this.database = database;
  }

  /**
   * Keeps the address, or none, and ends all secrets that were sent before, in one transaction. One
   * that is new is not confirmed; {@code NOT_FOUND} without an account.
   */
  public Future<OwnEmail> store(StoreEmail request, Caller caller) {
    return database.transaction(caller.deadline(), tx -> store(tx, request));
  }

  private static Future<OwnEmail> store(SqlConnection tx, StoreEmail request) {
    Tuple row = Tuple.of(request.account().value()).addString(request.email());
    return tx.preparedQuery(STORE)
        .execute(row)
        .map(EmailStore::email)
        .compose(email -> ResetStore.forget(tx, request.account().value()).map(email))
        .compose(email -> forget(tx, request.account().value()).map(email))
        .compose(email -> await(tx, request, email).map(email));
  }

  private static Future<Void> await(SqlConnection tx, StoreEmail request, OwnEmail email) {
    if (email.email() == null || email.confirmed() || request.secretHash() == null) {
      return Future.succeededFuture();
    }
    Tuple row =
        Tuple.of(request.account().value(), request.secretHash(), CONFIRMED_WITHIN.toMillis());
    return tx.preparedQuery(AWAIT).execute(row).mapEmpty();
  }

  /** Ends the secret that would confirm the address of an account. */
  static Future<Void> forget(SqlConnection tx, UUID account) {
    return tx.preparedQuery(FORGET).execute(Tuple.of(account)).mapEmpty();
  }

  /**
   * Takes the address for confirmed to which the secret was sent, also again; {@code FORBIDDEN} if
   * it is not, or no longer, good.
   */
  public Future<OwnEmail> confirm(ConfirmEmail request, Caller caller) {
    return database
        .query(CONFIRM, Tuple.of(request.secretHash()), caller.deadline())
        .map(
            rows -> {
              if (rows.size() == 0) {
                throw BusFailure.of(FailureCode.FORBIDDEN);
              }
              return email(rows);
            });
  }

  /** {@code NOT_FOUND} without an account. */
  public Future<OwnEmail> read(ReadEmail request, Caller caller) {
    Tuple key = Tuple.of(request.account().value());
    return database.query(READ, key, caller.deadline()).map(EmailStore::email);
  }

  /**
   * Who has this name, and an address that is confirmed. Addresses are not looked for: anybody may
   * have given one.
   */
  public Future<Recipients> find(FindRecipients request, Caller caller) {
    return database
        .query(FIND, Tuple.of(request.login()), caller.deadline())
        .map(EmailStore::recipients);
  }

  private static OwnEmail email(RowSet<Row> rows) {
    if (rows.size() == 0) {
      throw BusFailure.of(FailureCode.NOT_FOUND);
    }
    Row row = rows.iterator().next();
    return new OwnEmail(row.getString("email"), row.getBoolean("confirmed"));
  }

  private static Recipients recipients(RowSet<Row> rows) {
    List<Recipient> recipients = new ArrayList<>();
    rows.forEach(
        row -> recipients.add(new Recipient(row.getString("username"), row.getString("email"))));
    return new Recipients(recipients);
  }
}
