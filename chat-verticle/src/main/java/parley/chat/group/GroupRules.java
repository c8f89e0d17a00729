package parley.chat.group;

import java.util.List;
import parley.chat.relation.Reachability;
import parley.chat.room.RoomName;
import parley.contract.conversation.CreateGroup;
import parley.contract.conversation.StoreGroup;
import parley.contract.id.UserId;
import parley.contract.relation.Bond;

/** Who may make groups of whom. */
final class GroupRules {
  private GroupRules() {}

  /**
   * Anybody may make a group of people whom they may invite, {@code NOT_REACHABLE} otherwise;
   * {@code MALFORMED} if its name has nothing to see.
   */
  static StoreGroup create(CreateGroup request, UserId creator, List<Bond> bonds) {
    List<UserId> others =
        others(request, creator).stream()
            .map(account -> Reachability.mayInvite(creator, account, between(account, bonds)))
            .toList();
    RoomName.key(request.name());
    return new StoreGroup(request.conversation(), creator, request.name(), request.topic(), others);
  }

  /** Whom the creator wants in it. */
  static List<UserId> others(CreateGroup request, UserId creator) {
    return request.members().stream()
        .distinct()
        .filter(account -> !account.equals(creator))
        .toList();
  }

  private static Bond between(UserId account, List<Bond> bonds) {
    return bonds.stream().filter(bond -> bond.account().equals(account)).findFirst().orElse(null);
  }
}
