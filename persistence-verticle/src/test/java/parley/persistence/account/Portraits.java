package parley.persistence.account;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import parley.contract.account.Avatar;
import parley.contract.account.AvatarImage;

/** Pictures for tests. */
public final class Portraits {
  private Portraits() {}

  /** One that nobody has. */
  public static Avatar any() {
    String hash = UUID.randomUUID().toString();
    List<AvatarImage> images =
        Avatar.SIZES.stream()
            .map(size -> new AvatarImage(size, "image/png", bytes(hash + size)))
            .toList();
    return new Avatar(hash, images);
  }

  private static String bytes(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
