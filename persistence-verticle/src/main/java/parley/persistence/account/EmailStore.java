package parley.persistence.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import parley.contract.BusFailure;
import parley.contract.Caller;
import parley.contract.FailureCode;
import parley.contract.account.FindRecipients;
import parley.contract.account.OwnEmail;
import parley.contract.account.ReadEmail;
import parley.contract.account.Recipient;
import parley.contract.account.Recipients;
import parley.contract.account.StoreEmail;
import parley.persistence.pg.Database;

/** Addresses of accounts. */
public final class EmailStore {
  private static final String STORE =
      "update account set email = $2 where id = $1 and deleted_at is null returning email";

  private static final String READ =
      "select email from account where id = $1 and deleted_at is null";

  private static final String FIND =
      "select username, email from account where username = $1 and email is not null";

  private final Database database;

  public EmailStore(Database database) {
    this.database = database;
  }

  /**
   * Keeps the address, or none, and ends all secrets that were sent before, in one transaction;
   * {@code NOT_FOUND} without an account.
   */
  public Future<OwnEmail> store(StoreEmail request, Caller caller) {
    return database.transaction(caller.deadline(), tx -> store(tx, request));
  }

  private static Future<OwnEmail> store(SqlConnection tx, StoreEmail request) {
    Tuple row = Tuple.of(request.account().value()).addString(request.email());
    return tx.preparedQuery(STORE)
        .execute(row)
        .map(EmailStore::email)
        .compose(email -> ResetStore.forget(tx, request.account().value()).map(email));
  }

  /** {@code NOT_FOUND} without an account. */
  public Future<OwnEmail> read(ReadEmail request, Caller caller) {
    Tuple key = Tuple.of(request.account().value());
    return database.query(READ, key, caller.deadline()).map(EmailStore::email);
  }

  /**
   * Who has this name, and an address. Addresses are not looked for: anybody may have given one.
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
    return new OwnEmail(rows.iterator().next().getString("email"));
  }

  private static Recipients recipients(RowSet<Row> rows) {
    List<Recipient> recipients = new ArrayList<>();
    rows.forEach(
        row -> recipients.add(new Recipient(row.getString("username"), row.getString("email"))));
    return new Recipients(recipients);
  }
}
