package parley.contract.link;

import parley.contract.Bounds;
import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.ConversationId;
import parley.contract.id.LinkId;

@Doc("Asks for a link that lets whoever has it come in.")
public record CreateLink(
    @Doc("Chosen by the caller (UUIDv7); a repeat with the same id is the same link.") LinkId link,
    @Doc("Where it leads.") ConversationId conversation,
    @Doc("SHA-256 of the secret as it is written, base64url without padding.")
        @Bounds(least = 43, most = HASH, pattern = "[A-Za-z0-9_-]{43}")
        String secretHash,
    @Doc("How long it is good, 1 to 720 hours.") @Bounds(least = 1, most = MAX_HOURS)
        int expiresInHours,
    @Doc("How many people it lets in, 1 to 1000.") @Bounds(least = 1, most = MAX_USES) int uses) {
  /** Characters of a SHA-256 in base64url. */
  static final int HASH = 43;

  /** The longest life. */
  public static final int MAX_HOURS = 720;

  /** The most people that one link lets in. */
  public static final int MAX_USES = 1_000;

  public CreateLink {
    Check.present("link", link);
    Check.present("conversation", conversation);
    LinkSecrets.check("secretHash", secretHash);
    Check.within("expiresInHours", expiresInHours, 1, MAX_HOURS);
    Check.within("uses", uses, 1, MAX_USES);
  }

  /** Leaves the hash out: it must not reach a log. */
  @Override
  public String toString() {
    return "CreateLink[" + link + "]";
  }
}
