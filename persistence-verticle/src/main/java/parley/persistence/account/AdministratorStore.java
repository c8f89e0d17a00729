package parley.persistence.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;
import parley.contract.BusFailure;
import parley.contract.Caller;
import parley.contract.FailureCode;
import parley.contract.account.AdministrationClaimed;
import parley.contract.account.AdministrationOffered;
import parley.contract.account.ClaimAdministration;
import parley.contract.account.OfferAdministration;
import parley.persistence.pg.Database;

/** Makes the first administrator, by a secret of which it sees the hash only. */
public final class AdministratorStore {
  private static final String OFFER =
      """
      insert into administrator_claim (secret_hash)
      select $1 where not exists (select from account where administrator)
      on conflict (one) do update set secret_hash = excluded.secret_hash
      where administrator_claim.claimed_by is null
      """;

  private static final String OFFERED =
      "select secret_hash, claimed_by from administrator_claim for update";

  private static final String CLAIM = "update administrator_claim set claimed_by = $1";

  private static final String PROMOTE = "update account set administrator = true where id = $1";

  private final Database database;

  public AdministratorStore(Database database) {
    this.database = database;
  }

  /** Replaces what was offered before, unless somebody took it. */
  public Future<AdministrationOffered> offer(OfferAdministration request, Caller caller) {
    return database
        .query(OFFER, Tuple.of(request.secretHash()), caller.deadline())
        .map(rows -> new AdministrationOffered(rows.rowCount() == 1));
  }

  /**
   * Makes the account administrator, once; a repeat by the same account is answered the same.
   * {@code FORBIDDEN} for another secret, or where another account took it.
   */
  public Future<AdministrationClaimed> claim(ClaimAdministration request, Caller caller) {
    return database.transaction(caller.deadline(), tx -> claim(tx, request));
  }

  private static Future<AdministrationClaimed> claim(
      SqlConnection tx, ClaimAdministration request) {
    Tuple account = Tuple.of(request.account().value());
    return tx.query(OFFERED)
        .execute()
        .map(offered -> allowed(offered, request))
        .compose(allowed -> tx.preparedQuery(CLAIM).execute(account))
        .compose(claimed -> tx.preparedQuery(PROMOTE).execute(account))
        .map(promoted -> new AdministrationClaimed(request.account()));
  }

  private static Row allowed(RowSet<Row> offered, ClaimAdministration request) {
    if (offered.size() == 0) {
      throw BusFailure.of(FailureCode.FORBIDDEN);
    }
    Row row = offered.iterator().next();
    UUID takenBy = row.getUUID("claimed_by");
    boolean free = takenBy == null || takenBy.equals(request.account().value());
    // In constant time: how much of a hash is right is not to be measured.
    boolean right =
        MessageDigest.isEqual(bytes(row.getString("secret_hash")), bytes(request.secretHash()));
    if (!right || !free) {
      throw BusFailure.of(FailureCode.FORBIDDEN);
    }
    return row;
  }

  private static byte[] bytes(String hash) {
    return hash.getBytes(StandardCharsets.US_ASCII);
  }
}
