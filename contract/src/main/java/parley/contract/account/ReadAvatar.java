package parley.contract.account;

import parley.contract.Check;
import parley.contract.Doc;

@Doc("Asks persistence for a picture.")
public record ReadAvatar(
    @Doc("Hash of its content, base64url.") String hash,
    @Doc("Width and height in pixels.") int size) {
  public ReadAvatar {
    Check.token("hash", hash, Profile.MAX_AVATAR);
  }
}
