package parley.chat.group;

import io.vertx.core.Future;
import parley.bus.BusClient;
import parley.bus.Handling;
import parley.chat.relation.Acquaintance;
import parley.contract.BusFailure;
import parley.contract.Caller;
import parley.contract.FailureCode;
import parley.contract.conversation.ConversationChanged;
import parley.contract.conversation.CreateGroup;
import parley.contract.conversation.GroupCreated;
import parley.contract.conversation.GroupOperations;

/** Answers {@code chat.group.create}; everybody in the group hears of it before the answer. */
public final class CreateGroupHandler implements Handling<CreateGroup, GroupCreated> {
  private final BusClient bus;
  private final Acquaintance acquaintance;

  public CreateGroupHandler(BusClient bus, Acquaintance acquaintance) {
    this.bus = bus;
    this.acquaintance = acquaintance;
  }

  @Override
  public Future<GroupCreated> handle(CreateGroup request, Caller caller) {
    return acquaintance
        .with(GroupRules.others(request, caller.user()), caller)
        .map(bonds -> GroupRules.create(request, caller.user(), bonds))
        .compose(group -> bus.request(GroupOperations.STORE_GROUP, group, caller))
        .map(this::announced);
  }

  /** Who repeats a request of long ago need not belong to the group any more. */
  private GroupCreated announced(ConversationChanged changed) {
    bus.announce(changed.ranges());
    if (changed.summary() == null) {
      throw BusFailure.of(FailureCode.FORBIDDEN);
    }
    return new GroupCreated(changed.summary());
  }
}
