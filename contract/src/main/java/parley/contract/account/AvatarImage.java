package parley.contract.account;

import parley.contract.Bounds;
import parley.contract.BusFailure;
import parley.contract.Check;
import parley.contract.Doc;

@Doc("A picture in one of its sizes.")
public record AvatarImage(
    @Doc("Width and height in pixels: 48, 96 or 256.") int size,
    @Doc("What its bytes are: image/png or image/jpeg.") String mediaType,
    @Doc("The bytes in base64.") @Bounds(most = MAX_CONTENT) String content) {
  /** Characters of base64: more than an uncompressed picture of the largest size needs. */
  public static final int MAX_CONTENT = 400_000;

  public AvatarImage {
    if (!Avatar.SIZES.contains(size)) {
      throw BusFailure.malformed("size");
    }
    if (!"image/png".equals(mediaType) && !"image/jpeg".equals(mediaType)) {
      throw BusFailure.malformed("mediaType");
    }
    Check.token("content", content, MAX_CONTENT);
  }

  /** Leaves the bytes out. */
  @Override
  public String toString() {
    return "AvatarImage[" + size + " " + mediaType + "]";
  }
}
