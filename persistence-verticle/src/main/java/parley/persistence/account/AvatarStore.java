package parley.persistence.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Base64;
import java.util.UUID;
import parley.contract.BusFailure;
import parley.contract.Caller;
import parley.contract.FailureCode;
import parley.contract.account.Avatar;
import parley.contract.account.AvatarImage;
import parley.contract.account.Profile;
import parley.contract.account.ReadAvatar;
import parley.contract.account.StoreAvatar;
import parley.persistence.pg.Database;
import parley.persistence.picture.PictureTable;

/** Pictures of accounts, and the contents of all pictures. */
public final class AvatarStore {
  // The account's row first, so that of two who change it at once the second waits here.
  private static final String NAME =
      """
      update account set avatar = $2,
        profile_version = profile_version + case when avatar is distinct from $2 then 1 else 0 end
      where id = $1 and deleted_at is null
      """;

  // A picture that an account and a conversation have is there twice, byte for byte.
  private static final String READ =
      """
      select size, media_type, content from avatar where hash = $1 and size = $2
      union all
      select size, media_type, content from conversation_avatar where hash = $1 and size = $2
      limit 1
      """;

  private final Database database;

  public AvatarStore(Database database) {
    this.database = database;
  }

  /** Replaces the picture, or takes it away; {@code NOT_FOUND} without an account. */
  public Future<Profile> store(StoreAvatar request, Caller caller) {
    return database.transaction(caller.deadline(), tx -> store(tx, request));
  }

  private static Future<Profile> store(SqlConnection tx, StoreAvatar request) {
    UUID account = request.account().value();
    Avatar avatar = request.avatar();
    return tx.preparedQuery(NAME)
        .execute(Tuple.of(account).addString(avatar == null ? null : avatar.hash()))
        .map(named -> orNotFound(named.rowCount() == 1))
        .compose(named -> PictureTable.ACCOUNT.replace(tx, account, avatar))
        .compose(kept -> ProfileStore.present(tx, request.account()));
  }

  private static Void orNotFound(boolean found) {
    if (!found) {
      throw BusFailure.of(FailureCode.NOT_FOUND);
    }
    return null;
  }

  /** {@code NOT_FOUND} for a picture that nobody has, or no longer. */
  public Future<AvatarImage> read(ReadAvatar request, Caller caller) {
    return database
        .query(READ, Tuple.of(request.hash(), request.size()), caller.deadline())
        .map(AvatarStore::image);
  }

  private static AvatarImage image(RowSet<Row> rows) {
    orNotFound(rows.size() == 1);
    Row row = rows.iterator().next();
    return new AvatarImage(
        row.getInteger("size"),
        row.getString("media_type"),
        Base64.getEncoder().encodeToString(row.getBuffer("content").getBytes()));
  }
}
