package parley.contract.conversation;

import static parley.contract.Exposure.BROWSER;
import static parley.contract.FailureCode.NOT_REACHABLE;
import static parley.contract.FailureCode.TOO_MANY;

import java.util.List;
import parley.contract.CatalogPart;
import parley.contract.Operation;

/** Conversations of two. */
public final class DirectOperations implements CatalogPart {
  public static final Operation<OpenDirect, DirectOpened> OPEN_DIRECT =
      Operation.named("chat.direct.open")
          .summary("The conversation of the caller and another; it is made when first opened.")
          .request(OpenDirect.class)
          .reply(DirectOpened.class)
          .callableFrom(BROWSER)
          .refusals(NOT_REACHABLE, TOO_MANY);

  public static final Operation<StoreDirect, ConversationChanged> STORE_DIRECT =
      Operation.named("persistence.direct.store")
          .summary("Store the one conversation of two accounts; if it is there, nothing changes.")
          .request(StoreDirect.class)
          .reply(ConversationChanged.class)
          .refusals(NOT_REACHABLE, TOO_MANY);

  @Override
  public List<Operation<?, ?>> operations() {
    return List.of(OPEN_DIRECT, STORE_DIRECT);
  }
}
