package parley.persistence.conversation;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import parley.contract.BusFailure;
import parley.contract.Check;
import parley.contract.conversation.StoreRoom;
import parley.contract.id.ConversationId;

/**
 * Where a page ended, as text that means nothing to anybody else: its last conversation, or the key
 * by which that stood there, which it may have lost since.
 */
final class Cursors {
  private Cursors() {}

  static String of(ConversationId last) {
    return last.toString();
  }

  /** {@code MALFORMED} for what {@link #of} never wrote. */
  static ConversationId conversation(String cursor) {
    try {
      return ConversationId.of(cursor);
    } catch (BusFailure refused) {
      throw BusFailure.malformed("after");
    }
  }

  /** Of a text of 450 UTF-8 units at most, or the cursor would be longer than one may be. */
  static String ofKey(String last) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(last.getBytes(StandardCharsets.UTF_8));
  }

  /** {@code MALFORMED} for what {@link #ofKey} never wrote. */
  static String key(String cursor) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
      String key = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      return Check.line("after", key, 1, StoreRoom.MAX_NAME_KEY);
    } catch (IllegalArgumentException | CharacterCodingException notWritten) {
      throw BusFailure.malformed("after");
    }
  }
}
