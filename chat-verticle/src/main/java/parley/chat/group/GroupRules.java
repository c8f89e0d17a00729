package parley.chat.group;

import java.util.List;
import parley.chat.relation.Reachability;
import parley.chat.room.RoomName;
import parley.contract.conversation.CreateGroup;
import parley.contract.conversation.StoreGroup;
import parley.contract.id.UserId;

/** Who may make groups of whom. */
final class GroupRules {
  private GroupRules() {}

  /**
   * Anybody may make a group of people whom they may invite, {@code NOT_REACHABLE} otherwise;
   * {@code MALFORMED} if its name has nothing to see.
   */
  static StoreGroup create(CreateGroup request, UserId creator) {
    List<UserId> others =
        request.members().stream()
            .distinct()
            .filter(account -> !account.equals(creator))
            .map(account -> Reachability.mayInvite(creator, account))
            .toList();
    RoomName.key(request.name());
    return new StoreGroup(request.conversation(), creator, request.name(), request.topic(), others);
  }
}
