package parley.persistence.account;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import parley.contract.BusFailure;
import parley.contract.Caller;
import parley.contract.FailureCode;
import parley.contract.account.Avatar;
import parley.contract.account.AvatarImage;
import parley.contract.account.Profile;
import parley.contract.account.ReadAvatar;
import parley.contract.account.StoreAvatar;
import parley.contract.id.UserId;
import parley.persistence.pg.Database;

/** Pictures of accounts. */
public final class AvatarStore {
  // The account's row first, so that of two who change it at once the second waits here.
  private static final String NAME =
      """
      update account set avatar = $2,
        profile_version = profile_version + case when avatar is distinct from $2 then 1 else 0 end
      where id = $1 and deleted_at is null
      """;

  private static final String ERASE = "delete from avatar where account = $1";

  private static final String STORE =
      """
      insert into avatar (account, size, hash, media_type, content) values ($1, $2, $3, $4, $5)
      """;

  private static final String READ =
      "select size, media_type, content from avatar where hash = $1 and size = $2 limit 1";

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
        .compose(named -> erase(tx, request.account()))
        .compose(erased -> avatar == null ? Future.succeededFuture() : fill(tx, account, avatar))
        .compose(filled -> ProfileStore.present(tx, request.account()));
  }

  private static Void orNotFound(boolean found) {
    if (!found) {
      throw BusFailure.of(FailureCode.NOT_FOUND);
    }
    return null;
  }

  /** Leaves no picture of an account. */
  static Future<Void> erase(SqlConnection tx, UserId account) {
    return tx.preparedQuery(ERASE).execute(Tuple.of(account.value())).mapEmpty();
  }

  private static Future<Void> fill(SqlConnection tx, UUID account, Avatar avatar) {
    List<Tuple> rows =
        avatar.images().stream().map(image -> row(account, avatar.hash(), image)).toList();
    return tx.preparedQuery(STORE).executeBatch(rows).mapEmpty();
  }

  private static Tuple row(UUID account, String hash, AvatarImage image) {
    return Tuple.of(account, image.size(), hash, image.mediaType(), bytes(image));
  }

  private static Buffer bytes(AvatarImage image) {
    try {
      return Buffer.buffer(Base64.getDecoder().decode(image.content()));
    } catch (IllegalArgumentException odd) {
      throw BusFailure.malformed("content");
    }
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
