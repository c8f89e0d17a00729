package parley.chat.link;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.conversation.ConversationKind;
import parley.contract.conversation.MemberState;
import parley.contract.conversation.Role;
import parley.contract.conversation.Standing;
import parley.contract.id.UserId;
import parley.contract.link.CreateLink;
import parley.contract.link.LinkPreview;
import parley.contract.link.StoreLink;
import parley.contract.link.StoredLink;
import parley.contract.link.TakeLink;
import parley.contract.link.UseLink;

/** Who may make and use links. */
final class LinkRules {
  private LinkRules() {}

  /** Moderators and owners make links into rooms and groups. */
  static StoreLink create(CreateLink request, UserId account, Standing standing) {
    requireModerator(standing);
    return new StoreLink(account, request, standing.policyVersion());
  }

  /**
   * {@link FailureCode#NOT_A_MEMBER} or {@link FailureCode#FORBIDDEN} for all but moderators and
   * owners of a room or group.
   */
  static void requireModerator(Standing standing) {
    if (!standing.joined()) {
      throw BusFailure.of(FailureCode.NOT_A_MEMBER);
    }
    if (standing.kind() == ConversationKind.DIRECT || standing.role() == Role.MEMBER) {
      throw BusFailure.of(FailureCode.FORBIDDEN);
    }
  }

  /**
   * The link for who has its secret; {@link FailureCode#NOT_FOUND} otherwise. How long comparing
   * takes tells nothing about the secret.
   */
  static StoredLink opened(StoredLink link, String secret) {
    if (!MessageDigest.isEqual(bytes(link.secretHash()), bytes(hash(secret)))) {
      throw BusFailure.of(FailureCode.NOT_FOUND);
    }
    return link;
  }

  /**
   * Whoever belongs to it sees where it leads; others only while it lets somebody in, {@link
   * FailureCode#NOT_FOUND} otherwise.
   */
  static LinkPreview preview(StoredLink link, Standing standing) {
    requireGood(link, standing);
    return new LinkPreview(
        link.conversation(),
        link.kind(),
        link.name(),
        link.memberCount(),
        standing.joined(),
        link.avatar());
  }

  /**
   * Lets in whoever was not removed, {@link FailureCode#FORBIDDEN} otherwise. Who belongs to it
   * already needs no use of it.
   */
  static TakeLink use(UseLink request, UserId account, StoredLink link, Standing standing) {
    if (standing.state() == MemberState.REMOVED) {
      throw BusFailure.of(FailureCode.FORBIDDEN);
    }
    requireGood(link, standing);
    return new TakeLink(request.link(), link.conversation(), account, standing.policyVersion());
  }

  private static void requireGood(StoredLink link, Standing standing) {
    if (!link.good() && !standing.joined()) {
      throw BusFailure.of(FailureCode.NOT_FOUND);
    }
  }

  /** SHA-256 of the secret as it is written, base64url. */
  static String hash(String secret) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes(secret));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
