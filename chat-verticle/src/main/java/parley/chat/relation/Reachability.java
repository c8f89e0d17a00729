package parley.chat.relation;

import java.util.List;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.account.Profile;
import parley.contract.account.Profiles;
import parley.contract.conversation.StoreDirect;
import parley.contract.id.UserId;

/** Who may reach whom. Whatever keeps two apart, the answer is the same and tells no reason. */
public final class Reachability {
  private Reachability() {}

  /** Anybody may reach anybody else; {@link FailureCode#NOT_REACHABLE} for oneself. */
  public static StoreDirect mayOpenDirect(UserId opener, UserId other) {
    if (opener.equals(other)) {
      throw BusFailure.of(FailureCode.NOT_REACHABLE);
    }
    return new StoreDirect(opener, other);
  }

  /** Anybody may invite anybody who has an account into a group or room. */
  public static UserId mayInvite(UserId inviter, UserId other) {
    return other;
  }

  /** Of whom {@code viewer} may know whether they are online: of everybody who has an account. */
  public static List<UserId> whosePresence(UserId viewer, Profiles known) {
    return known.profiles().stream().map(Profile::account).toList();
  }
}
