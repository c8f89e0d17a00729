package parley.contract.account;

import java.util.List;
import parley.contract.Bounds;
import parley.contract.BusFailure;
import parley.contract.Check;
import parley.contract.Doc;

@Doc("A picture of somebody, or of a room or group, in all its sizes.")
public record Avatar(
    @Doc("Hash of its content, base64url.") String hash,
    @Doc("One of each size.") @Bounds(least = 3, most = 3) List<AvatarImage> images) {
  /** Width and height of the sizes that are made, in pixels. */
  public static final List<Integer> SIZES = List.of(48, 96, 256);

  public Avatar {
    Check.token("hash", hash, Profile.MAX_AVATAR);
    images = Check.list("images", images, SIZES.size(), SIZES.size());
    if (!images.stream().map(AvatarImage::size).toList().equals(SIZES)) {
      throw BusFailure.malformed("images");
    }
  }
}
