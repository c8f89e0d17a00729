package parley.chat.room;

import com.ibm.icu.text.Normalizer2;
import java.util.regex.Pattern;
import parley.contract.BusFailure;
import parley.contract.conversation.StoreRoom;

/**
 * The form of a room's name in which two names that read alike are equal: compatible characters
 * made one, case folded, without what cannot be seen (NFKC_Casefold), white space collapsed.
 */
public final class RoomName {
  // Unicode's own operation for comparing names: it also drops what cannot be seen.
  private static final Normalizer2 FOLDING = Normalizer2.getNFKCCasefoldInstance();
  private static final Pattern WHITE_SPACE = Pattern.compile("[\\p{IsWhite_Space}\\x{2800}]+");

  private RoomName() {}

  /** The key under which a name is unique; {@code MALFORMED} if nothing of it can be seen. */
  public static String key(String name) {
    String key = folded(name);
    if (key.isEmpty() || key.length() > StoreRoom.MAX_NAME_KEY) {
      throw BusFailure.malformed("name");
    }
    return key;
  }

  private static String folded(String text) {
    return WHITE_SPACE.matcher(FOLDING.normalize(text)).replaceAll(" ").strip();
  }
}
