package parley.chat.relation;

import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.conversation.StoreDirect;
import parley.contract.id.UserId;
import parley.contract.relation.Bond;
import parley.contract.relation.OpenTo;

/**
 * Who may reach whom. Whatever keeps two apart, the answer is the same and tells no reason: {@link
 * FailureCode#NOT_REACHABLE}, also for who does not exist, whose bond is null.
 */
public final class Reachability {
  private Reachability() {}

  /** Friends open a conversation, and others as far as {@code other} is open to them. */
  public static StoreDirect mayOpenDirect(UserId opener, UserId other, Bond bond) {
    require(!opener.equals(other) && reaches(bond));
    return new StoreDirect(opener, other);
  }

  /** Who may invite somebody into a conversation may open one with them, too. */
  public static UserId mayInvite(UserId inviter, UserId other, Bond bond) {
    require(!inviter.equals(other) && reaches(bond));
    return other;
  }

  /** In a conversation of two both may write, or nobody: nobody is written to who cannot answer. */
  public static void requireWriting(Bond bond) {
    require(mayWrite(bond));
  }

  /** Whether the one who asks and the other of the bond may write to each other. */
  public static boolean mayWrite(UserId writer, Bond bond) {
    return bond != null && !writer.equals(bond.account()) && mayWrite(bond);
  }

  /**
   * Whom one may open a conversation with one sees, and who shares a room; nobody over a block.
   * That somebody is open to others does not let them see who is not: or people would be open in
   * order to see everybody.
   */
  public static boolean maySeePresence(UserId viewer, Bond bond) {
    return viewer.equals(bond.account()) || reaches(bond) || (!bond.blocked() && bond.shareRoom());
  }

  private static boolean mayWrite(Bond bond) {
    return reaches(bond) || (bond != null && !bond.blocked() && admits(bond.openTo(), bond));
  }

  /** Whether the one who asks reaches the other. */
  private static boolean reaches(Bond bond) {
    return bond != null && !bond.blocked() && (bond.friends() || admits(bond.otherOpenTo(), bond));
  }

  private static boolean admits(OpenTo open, Bond bond) {
    return switch (open) {
      case FRIENDS -> bond.friends();
      case ROOMS -> bond.friends() || bond.shareRoom();
      case EVERYBODY -> true;
    };
  }

  private static void require(boolean allowed) {
    if (!allowed) {
      throw BusFailure.of(FailureCode.NOT_REACHABLE);
    }
  }
}
