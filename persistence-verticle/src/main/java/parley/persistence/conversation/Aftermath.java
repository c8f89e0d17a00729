package parley.persistence.conversation;

import java.util.List;

/** What memberships that change leave behind. */
enum Aftermath {
  /** Somebody is left, and an owner where there was one. */
  GOES_ON,
  /** Who was left went too: nobody will ever belong to it again. */
  CLOSED,
  /** People would be left without an owner, so it must not happen. */
  OWNERLESS;

  /**
   * @param owners how many owners there are before
   * @param members how many members there are before, owners too
   */
  static Aftermath of(long owners, long members, List<MembershipChange> changes) {
    long ownersAfter = owners + changes.stream().mapToLong(MembershipChange::ownership).sum();
    long membersAfter = members + changes.stream().mapToLong(MembershipChange::growth).sum();
    if (members > 0 && membersAfter == 0) {
      return CLOSED;
    }
    return owners > 0 && ownersAfter == 0 ? OWNERLESS : GOES_ON;
  }
}
