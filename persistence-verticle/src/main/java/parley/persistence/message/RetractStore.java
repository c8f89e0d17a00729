package parley.persistence.message;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import parley.contract.BusFailure;
import parley.contract.Caller;
import parley.contract.FailureCode;
import parley.contract.message.DeleteMessage;
import parley.contract.message.DeletedContent;
import parley.contract.message.MessageStored;
import parley.contract.message.StoreDeletion;
import parley.persistence.pg.Database;

/**
 * Deletes messages: what they said goes, with its revisions and reactions, and that there was one
 * stays.
 */
public final class RetractStore {
  private static final String FORGET =
      """
      with revisions as (delete from message_revision where conversation = $1 and posted = $2)
      delete from reaction where conversation = $1 and posted = $2
      """;

  private final Database database;

  public RetractStore(Database database) {
    this.database = database;
  }

  /**
   * Deletes the message; a deleted one stays as it is. {@code NOT_FOUND} for an unknown one, {@code
   * FORBIDDEN} if it is another's and may not be.
   */
  public Future<MessageStored> delete(StoreDeletion request, Caller caller) {
    return database.transaction(caller.deadline(), tx -> delete(tx, request));
  }

  private static Future<MessageStored> delete(SqlConnection tx, StoreDeletion request) {
    DeleteMessage wanted = request.deletion();
    return LockedMessage.of(tx, wanted.conversation(), wanted.posted(), request.visibleFrom())
        .compose(message -> delete(tx, request, message));
  }

  private static Future<MessageStored> delete(
      SqlConnection tx, StoreDeletion request, LockedMessage message) {
    if (!request.anyones() && !message.message().sender().equals(request.account())) {
      throw BusFailure.of(FailureCode.FORBIDDEN);
    }
    if (message.deleted()) {
      return message.unchanged();
    }
    message.requirePolicy(request.policyVersion());
    return tx.preparedQuery(FORGET)
        .execute(Tuple.of(message.feed().id().value(), message.message().posted()))
        .compose(gone -> message.become(tx, new DeletedContent(request.account())));
  }
}
