package parley.persistence.relation;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import parley.contract.Caller;
import parley.contract.id.UserId;
import parley.contract.relation.Bond;
import parley.contract.relation.Bonds;
import parley.contract.relation.ReadBonds;
import parley.persistence.pg.Database;

/** Reads what is between an account and others, all of it in one statement. */
public final class BondStore {
  // Rooms are read once for all of the others.
  private static final String READ =
      """
      with sharing as materialized (
        select distinct yours.account
        from member mine join member yours on yours.conversation = mine.conversation
          and yours.account = any($2) and yours.state = 'joined'
        join conversation shared on shared.id = mine.conversation and shared.kind <> 'direct'
        where mine.account = $1 and mine.state = 'joined'
      )
      select you.id in (select account from sharing) as bond_share_room,
      """
          + BondRows.COLUMNS
          + """
            from account me join account you on you.id = any($2) and you.deleted_at is null
            where me.id = $1 and me.deleted_at is null
            """;

  private final Database database;

  public BondStore(Database database) {
    this.database = database;
  }

  /** Of those that exist and were not deleted. */
  public Future<Bonds> read(ReadBonds request, Caller caller) {
    UUID[] others = request.others().stream().map(UserId::value).distinct().toArray(UUID[]::new);
    return database
        .query(READ, Tuple.of(request.account().value()).addValue(others), caller.deadline())
        .map(BondStore::bonds);
  }

  private static Bonds bonds(RowSet<Row> rows) {
    List<Bond> bonds = new ArrayList<>(rows.size());
    rows.forEach(row -> bonds.add(BondRows.read(row)));
    return new Bonds(bonds);
  }
}
