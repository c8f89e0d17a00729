package parley.contract.conversation;

import static parley.contract.Exposure.BROWSER;
import static parley.contract.FailureCode.NOT_REACHABLE;
import static parley.contract.FailureCode.TOO_MANY;

import java.util.List;
import parley.contract.CatalogPart;
import parley.contract.Operation;

/** Groups: conversations that nobody but their members can see. */
public final class GroupOperations implements CatalogPart {
  public static final Operation<CreateGroup, GroupCreated> CREATE_GROUP =
      Operation.named("chat.group.create")
          .summary("Make a group of people whom the caller may invite, and become its owner.")
          .request(CreateGroup.class)
          .reply(GroupCreated.class)
          .callableFrom(BROWSER)
          .refusals(NOT_REACHABLE, TOO_MANY);

  public static final Operation<StoreGroup, ConversationChanged> STORE_GROUP =
      Operation.named("persistence.group.store")
          .summary("Store a group and its members; a repeat by the same creator changes nothing.")
          .request(StoreGroup.class)
          .reply(ConversationChanged.class)
          .refusals(NOT_REACHABLE, TOO_MANY);

  @Override
  public List<Operation<?, ?>> operations() {
    return List.of(CREATE_GROUP, STORE_GROUP);
  }
}
