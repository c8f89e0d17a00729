package parley.chat.conversation;

import io.vertx.core.Future;
import parley.bus.BusClient;
import parley.bus.Handling;
import parley.contract.Caller;
import parley.contract.conversation.ConversationOperations;
import parley.contract.conversation.ConversationPage;
import parley.contract.conversation.FindConversations;
import parley.contract.conversation.ListConversations;

/** Answers {@code chat.conversation.list}: the caller's own conversations and nobody else's. */
final class ListConversationsHandler implements Handling<ListConversations, ConversationPage> {
  private final BusClient bus;

  ListConversationsHandler(BusClient bus) {
    this.bus = bus;
  }

  @Override
  public Future<ConversationPage> handle(ListConversations request, Caller caller) {
    return bus.request(
        ConversationOperations.FIND_CONVERSATIONS,
        new FindConversations(caller.user(), request),
        caller);
  }
}
