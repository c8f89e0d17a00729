package parley.contract.link;

import parley.contract.Bounds;
import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.LinkId;

@Doc("Asks where a link leads.")
public record ReadLink(
    @Doc("Which link.") LinkId link,
    @Doc("Its secret: 32 bytes in base64url without padding.")
        @Bounds(least = 43, most = 43, pattern = "[A-Za-z0-9_-]{43}")
        String secret) {
  public ReadLink {
    Check.present("link", link);
    LinkSecrets.check("secret", secret);
  }

  /** Leaves the secret out: it must not reach a log. */
  @Override
  public String toString() {
    return "ReadLink[" + link + "]";
  }
}
