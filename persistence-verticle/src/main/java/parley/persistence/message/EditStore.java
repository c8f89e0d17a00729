package parley.persistence.message;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import parley.contract.BusFailure;
import parley.contract.Caller;
import parley.contract.FailureCode;
import parley.contract.message.EditMessage;
import parley.contract.message.MessageStored;
import parley.contract.message.StoreEdit;
import parley.persistence.pg.Database;

/** Lets a message say something else, and keeps what it said. */
public final class EditStore {
  /** The most edits of one message. */
  static final int MOST_EDITS = 100;

  private static final String BEFORE =
      """
      select count(*)::integer as edits, coalesce(bool_or(edit_id = $3), false) as repeated
      from message_revision where conversation = $1 and posted = $2
      """;

  private static final String KEEP =
      """
      insert into message_revision (conversation, posted, number, edit_id, stored_at, content)
      select conversation, posted, $4, $3, coalesce(edited_at, stored_at), content
      from message where conversation = $1 and posted = $2
      """;

  private final Database database;

  public EditStore(Database database) {
    this.database = database;
  }

  /**
   * Stores the edit, once; what the message says already changes nothing. {@code NOT_FOUND} for an
   * unknown or deleted message, {@code FORBIDDEN} if it is another's, {@code TOO_MANY} after
   * {@value #MOST_EDITS} edits.
   */
  public Future<MessageStored> edit(StoreEdit request, Caller caller) {
    return database.transaction(caller.deadline(), tx -> edit(tx, request));
  }

  private static Future<MessageStored> edit(SqlConnection tx, StoreEdit request) {
    EditMessage edit = request.edit();
    Tuple key = Tuple.of(edit.conversation().value(), edit.posted(), edit.editId().value());
    return LockedMessage.of(tx, edit.conversation(), edit.posted(), request.visibleFrom())
        .compose(
            message ->
                tx.preparedQuery(BEFORE)
                    .execute(key)
                    .compose(before -> edit(tx, request, key, message, before)));
  }

  private static Future<MessageStored> edit(
      SqlConnection tx, StoreEdit request, Tuple key, LockedMessage message, RowSet<Row> before) {
    Row known = before.iterator().next();
    requireEditable(message, request);
    boolean said = message.message().content().equals(request.edit().content());
    if (said || known.getBoolean("repeated")) {
      return message.unchanged();
    }
    message.requirePolicy(request.policyVersion());
    int edits = known.getInteger("edits");
    if (edits >= MOST_EDITS) {
      throw BusFailure.of(FailureCode.TOO_MANY);
    }
    return tx.preparedQuery(KEEP)
        .execute(key.addInteger(edits + 1))
        .compose(kept -> message.become(tx, request.edit().content()));
  }

  private static void requireEditable(LockedMessage message, StoreEdit request) {
    if (message.deleted()) {
      throw BusFailure.of(FailureCode.NOT_FOUND);
    }
    if (!message.message().sender().equals(request.account())) {
      throw BusFailure.of(FailureCode.FORBIDDEN);
    }
  }
}
