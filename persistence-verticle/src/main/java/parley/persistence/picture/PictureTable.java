package parley.persistence.picture;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import parley.contract.BusFailure;
import parley.contract.account.Avatar;
import parley.contract.account.AvatarImage;

/** Where the pictures of one kind of owner are kept, one row a size. */
public enum PictureTable {
  ACCOUNT("avatar", "account"),
  CONVERSATION("conversation_avatar", "conversation");

  private final String erase;
  private final String store;

  PictureTable(String table, String owner) {
    erase = "delete from %s where %s = $1".formatted(table, owner);
    store =
        "insert into %s (%s, size, hash, media_type, content) values ($1, $2, $3, $4, $5)"
            .formatted(table, owner);
  }

  /**
   * Keeps this picture of an owner and no other, or none where it is null. Whoever calls it holds a
   * row of the owner locked, so that two never do it at once.
   */
  public Future<Void> replace(SqlConnection tx, UUID owner, Avatar avatar) {
    return tx.preparedQuery(erase)
        .execute(Tuple.of(owner))
        .compose(erased -> avatar == null ? Future.succeededFuture() : fill(tx, owner, avatar));
  }

  private Future<Void> fill(SqlConnection tx, UUID owner, Avatar avatar) {
    List<Tuple> rows =
        avatar.images().stream().map(image -> row(owner, avatar.hash(), image)).toList();
    return tx.preparedQuery(store).executeBatch(rows).mapEmpty();
  }

  private static Tuple row(UUID owner, String hash, AvatarImage image) {
    return Tuple.of(owner, image.size(), hash, image.mediaType(), bytes(image));
  }

  private static Buffer bytes(AvatarImage image) {
    try {
      return Buffer.buffer(Base64.getDecoder().decode(image.content()));
    } catch (IllegalArgumentException odd) {
      throw BusFailure.malformed("content");
    }
  }
}
